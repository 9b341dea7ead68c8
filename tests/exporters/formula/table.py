"""Formulas as authors type them, with what their plain reading is; every door is tried with every one."""

from __future__ import annotations

from typing import Final

READINGS: Final[dict[str, str]] = {
    # fractions and binomials
    r"\frac{a}{b}": "a/b",
    r"\frac{a+b}{c-1}": "(a+b)/(c−1)",
    r"\dfrac{1}{1+\dfrac{1}{x}}": "1/(1+1/x)",
    r"\tfrac12 m v^2": "1/2mv^2",
    r"\binom{n}{k}": "(n¦k)",
    r"{n \choose k}": "(n¦k)",
    # roots
    r"\sqrt{x+1}": "√(x + 1)",
    r"\sqrt[3]{x}": "∛(x)",
    r"\sqrt[n]{a}": "√[n](a)",
    r"\sqrt{\sum_{i=1}^n x_i^2}": "√(∑_(i=1)^n x_i^2)",
    # scripts, primes, chemistry
    r"x_i^2": "x_i^2",
    r"e^{-\lambda t}": "e^(−λt)",
    r"f''(x)": "f″(x)",
    r"x'_1": "x_1′",
    r"H_2O": "H_2O",
    r"\mathrm{CO}_2": "CO_2",
    r"{}^{14}_{6}\mathrm{C}": "_6^14C",
    r"v_{макс}": "v_макс",
    r"K_{\text{ұғым}}": "K_ұғым",
    r"m_{бастапқы}": "m_бастапқы",
    # big operators
    r"\sum_{i=1}^{n} x_i": "∑_(i=1)^n x_i",
    r"\prod_{k=1}^{\infty} a_k": "∏_(k=1)^∞ a_k",
    r"\bigcup_{i \in I} A_i": "⋃_(i∈I) A_i",
    r"\int_0^1 x\,dx": "∫_0^1 x dx",
    r"\int f(x)\,dx + C": "∫f(x) dx + C",
    r"\iint_D f\,dx\,dy": "∬_D f dx dy",
    r"\oint_C \vec F\cdot d\vec r": "∮_C F⃗ · dr⃗",
    r"\int\limits_a^b f": "∫_a^b f",
    r"\sum_{\substack{i<n\\ j<m}} a_{ij}": "∑_(i<n; j<m) a_ij",
    # named functions and limits
    r"\lim_{x\to 0} \frac{\sin x}{x} = 1": "lim_(x→0) (sin x)/x = 1",
    r"\max_{x\in X} f(x)": "max_(x∈X) f(x)",
    r"\sin^2 x+\cos^2 x=1": "sin^2 x + cos^2 x = 1",
    r"\log_2 8=3": "log_2 8 = 3",
    r"\operatorname{rank} A": "rank A",
    r"\liminf_{n\to\infty} a_n": "lim inf_(n→∞) a_n",
    # fences
    r"\left( \frac{a}{b} \right)^2": "(a/b)^2",
    r"\left[ 0; 1 \right)": "[0; 1)",
    r"\left. F \right|_a^b": "F|_a^b",
    r"\left( a \middle| b \right)": "(a|b)",
    r"\left\lfloor x \right\rfloor": "⌊x⌋",
    r"\bigl( x \bigr)": "(x)",
    r"\{1, 2\}": "{1, 2}",
    r"|x|": "|x|",
    # accents, bars, braces
    r"\vec{a}": "a⃗",
    r"\hat{x}+\tilde{y}": "x̂ + ỹ",
    r"\dot{x}": "ẋ",
    r"\overline{AB}": "¯(AB)",
    r"\underline{x}": "_(x)",
    r"\overrightarrow{AB}": "→(AB)",
    r"\widehat{ABC}": "ˆ(ABC)",
    r"\underbrace{a+b}_{n}": "(⏟(a + b))_n",
    # letters
    r"\alpha+\beta=\Gamma": "α + β = Γ",
    r"x\in\mathbb{R}": "x ∈ ℝ",
    r"\mathcal{L}": "ℒ",
    r"\mathbf{v}\boldsymbol{\alpha}": "vα",
    r"\mathfrak{g}": "g",
    r"\text{жалпы сан}": "жалпы сан",
    r"\text{Қазақ әғқңөұүһі}": "Қазақ әғқңөұүһі",
    r"S = \text{барлығы } n \text{ адам}": "S = барлығы n адам",
    # relations and raw Unicode
    r"a \le b \ne c": "a ≤ b ≠ c",
    r"a ≤ b – c": "a ≤ b − c",
    r"x \not= y": "x ≠ y",
    r"A \xrightarrow{t} B": "A→^tB",
    # tables
    r"\begin{pmatrix}a&b\\c&d\end{pmatrix}": "(a, b; c, d)",
    r"\begin{vmatrix}1&2\\3&4\end{vmatrix}": "|1, 2; 3, 4|",
    r"f(x)=\begin{cases}1, & x>0\\0, & x\le 0\end{cases}": "f(x) = {1, x > 0; 0, x ≤ 0",
    r"\begin{aligned}a&=b+c\\d&=e\end{aligned}": "a = b + c; d = e",
    r"\begin{array}{lr}a&b\\1&2\end{array}": "a, b; 1, 2",
    r"x=1\\y=2": "x = 1; y = 2",
    # numbers, percents, frames, dollars around
    r"3,14 + f(1, 2)": "3,14 + f(1, 2)",
    r"50\%": "50%",
    r"100\,₸": "100 ₸",
    r"$E=mc^2$": "E = mc^2",
    r"\boxed{x}+\cancel{y}": "x + y",
    r"\phantom{x}y": "y",
}

LATEX: Final = tuple(READINGS)

MATHML: Final[dict[str, str]] = {
    "<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>": "a/b",
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><mi>x</mi><mo>-</mo><mn>1</mn></math>': "x − 1",
    '<m:math xmlns:m="http://www.w3.org/1998/Math/MathML"><m:mfenced><m:mi>x</m:mi></m:mfenced></m:math>': "(x)",
    "<math><mfenced open='[' separators=';'><mi>x</mi><mi>y</mi></mfenced></math>": "[x; y)",
    "<math><mi>&alpha;</mi></math>": "α",
    "<math><mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts></math>": "_6^14C",
    "<math><semantics><mi>x</mi><annotation>y</annotation></semantics></math>": "x",
    "<math><mtext>әріп</mtext></math>": "әріп",
    "<math><mi mathvariant='double-struck'>N</mi></math>": "ℕ",
}
