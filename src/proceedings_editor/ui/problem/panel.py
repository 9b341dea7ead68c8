"""The panel of problems: what is wrong by kind, where; go there, mend it, have it explained."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from proceedings_editor.app.fixing import Fixed, FixReport, fix_workspace
from proceedings_editor.app.found import Found, grouped, is_of_settings
from proceedings_editor.app.ignoring import ignore
from proceedings_editor.app.session import Session
from proceedings_editor.errors import Cancelled, ProceedingsError
from proceedings_editor.model.edit import EditError, Together
from proceedings_editor.model.finding import Finding
from proceedings_editor.rules.family import family_of
from proceedings_editor.rules.ignoring import IgnoredFinding
from proceedings_editor.rules.registry import rule_of
from proceedings_editor.texts import Text, text
from proceedings_editor.ui.fixing import apply_fix
from proceedings_editor.ui.flow import FlowLayout
from proceedings_editor.ui.job import Jobs
from proceedings_editor.ui.problem.explanation import ExplanationDialog
from proceedings_editor.ui.problem.filter_bar import FilterBar
from proceedings_editor.ui.problem.fix_dialog import FixDialog
from proceedings_editor.ui.problem.ignoring import IgnoredDialog, ask_reason
from proceedings_editor.ui.problem.model import ProblemModel
from proceedings_editor.ui.problem.view import ProblemView
from proceedings_editor.ui.speaker import Speaker
from proceedings_editor.ui.words import Words

_KIND = "fix"


class ProblemPanel(QWidget):
    """Shows findings; `finding_chosen` tells the one a person goes to, `failed` a sentence."""

    finding_chosen = Signal(object)
    failed = Signal(object)

    def __init__(self, session: Session, words: Words, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problemPanel")
        self._session, self._words, self._jobs = session, words, jobs
        self._all: Sequence[Found] = ()
        self._checked: AbstractSet[str] | None = None
        self._ignored: Sequence[IgnoredFinding] = ()
        self._families: frozenset[str] = frozenset()
        self._answered: tuple[object, ...] = ()
        self._explanation: ExplanationDialog | None = None
        self._filter = FilterBar(words, self)
        self._model = ProblemModel(session, words, self)
        self._view = ProblemView(self._model, self)
        self._empty = QLabel(self)
        self._pages = QStackedLayout()
        self._buttons = {
            name: QPushButton(self) for name in ("fix", "fixAll", "fixSafe", "ignore", "explain", "ignored")
        }
        self._lay_out()
        self._name()
        self._connect()
        self._show()

    # ------------------------------------------------------------------------------------------------------- doors

    @property
    def shown(self) -> Sequence[Finding]:
        """The findings in the list."""
        return [finding for group in self._model.groups for finding in group]

    def show_found(
        self,
        found: Sequence[Found],
        entry_id: str,
        ignored: Sequence[IgnoredFinding] = (),
        checked: AbstractSet[str] | None = None,
    ) -> None:
        """Show what is known of the collection.

        Args:
            found: What was found so far.
            entry_id: The entry at hand.
            ignored: What somebody decided to leave as it is.
            checked: Ids of the entries that were looked at; None for all.
        """
        self._ignored, self._all, self._checked = ignored, found, checked
        self._filter.show_entry(entry_id)
        self._families = frozenset(map(family_of, {kind.code for one in found for kind in one.tallies}))
        if self._question() == self._answered:
            self._show_buttons()
        else:
            self._show()

    def show_settings(self, shown: bool) -> None:
        """Say whether the collection's settings are shown, and no entry."""
        self._filter.show_settings(shown)

    def show_entries(self, entries: Sequence[str]) -> None:
        """Show the problems of several entries together, until a person goes to another one."""
        self.show()
        self._filter.show_chosen(frozenset(entries))

    def show_finding(self, finding: Finding) -> None:
        """Make a finding the current one, where it is in the list."""
        self._view.show_finding(finding)

    def go_next(self) -> None:
        """Go to the next finding, after the last one to the first."""
        self._view.go_next()

    def fix(self) -> None:
        """Make the fix of the finding at hand, or tell that there is none."""
        finding = self._view.finding
        if finding and finding.fix:
            apply_fix(self.window(), self._session, self._words, finding)
        else:
            self.failed.emit(
                text("There is nothing to fix here: go to a problem with F8, or correct the text by hand.")
            )

    # ------------------------------------------------------------------------------------------------------ set-up

    def _lay_out(self) -> None:
        bar = FlowLayout(gap=4)
        bar.addWidget(self._filter)
        for button in self._buttons.values():
            bar.addWidget(button)
        self._empty.setObjectName("nothingWrong")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages.addWidget(self._view)
        self._pages.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addLayout(self._pages)

    def _name(self) -> None:
        speaker = Speaker(self._words, self)
        speaker.name(self._view, "findingView", text("Problems"))
        labels = {
            "fix": (text("Fix"), text("Fix this problem")),
            "fixAll": (text("Fix all of this kind…"), text("Fix all of this kind")),
            "fixSafe": (text("Fix all that is safe…"), text("Fix everything that needs no question")),
            "ignore": (text("Ignore…"), text("Leave this as it is, with a reason")),
            "explain": (text("Explain"), text("What this rule is about, with examples")),
            "ignored": (text("Ignored…"), text("What was left as it is, with reason and day")),
        }
        for name, (label, help) in labels.items():
            button = self._buttons[name]
            speaker.say(button.setText, label)
            speaker.say(button.setToolTip, help)
            speaker.name(button, f"{name}Button", help)

    def _connect(self) -> None:
        self._filter.changed.connect(self._show)
        self._words.changed.connect(self._show)
        self._view.finding_chosen.connect(self.finding_chosen)
        self._view.current_changed.connect(self._show_buttons)
        self._view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._view.customContextMenuRequested.connect(self._show_menu)
        for name, do in self._doers().items():
            self._buttons[name].clicked.connect(do)

    def _doers(self) -> dict[str, Callable[[], None]]:
        return {
            "fix": self.fix,
            "fixAll": self._fix_kind,
            "fixSafe": self._fix_safe,
            "ignore": self._ignore,
            "explain": self.explain,
            "ignored": self._show_ignored,
        }

    # ------------------------------------------------------------------------------------------------------ inside

    def _show(self) -> None:
        wanted = self._filter.wanted
        self._answered = self._question()
        here = grouped(wanted.of_here(self._all), wanted.family)
        is_known = self._is_known()
        self._filter.show_counts(here, self._families, is_known)
        self._empty.setText(self._words(text("Nothing is wrong here.") if is_known else text("Checking…")))
        groups = tuple(group for group in here if group.severity in wanted.severities)
        self._view.show_groups(groups)
        self._pages.setCurrentWidget(self._view if groups else self._empty)
        self._show_buttons()

    def _question(self) -> tuple[object, ...]:
        """Return what the list depends on: what was found again is the same object, so that this is soon compared."""
        wanted = self._filter.wanted
        concerned = (one for one in self._all if wanted.may_concern(one.owner))
        return wanted, self._families, self._is_known(), *concerned

    def _is_known(self) -> bool:
        """Whether everything was looked at that the list is about."""
        wanted = self._filter.wanted.entries or (entry.id for entry in self._session.workspace.entries)
        return self._checked is None or all(entry_id in self._checked for entry_id in wanted)

    def _show_buttons(self) -> None:
        finding, group = self._view.finding, self._view.group
        is_free = not self._jobs.is_busy(_KIND)
        useful = {
            "fix": finding is not None and finding.fix is not None,
            "fixAll": is_free and group is not None and group.is_fixable,
            "fixSafe": is_free and any(one.is_safe for one in self._model.groups),
            "ignore": finding is not None,
            "explain": group is not None,
            "ignored": bool(self._ignored) or self._has_decisions(),
        }
        for name, is_useful in useful.items():
            self._buttons[name].setEnabled(is_useful)
        self._buttons["ignored"].setVisible(useful["ignored"])  # most collections never need it, and the bar is narrow

    def _has_decisions(self) -> bool:
        """Whether something was left as it is, met by a check or not."""
        workspace = self._session.workspace
        return bool(workspace.collection.ignored) or any(one.ignored for one in workspace.entries)

    def _show_menu(self, place: QPoint) -> None:
        index: QModelIndex = self._view.indexAt(place)
        if not index.isValid():
            return
        self._view.setCurrentIndex(index)
        menu = QMenu(self)
        for name, do in self._doers().items():
            action = menu.addAction(self._buttons[name].text())
            action.setEnabled(self._buttons[name].isEnabled())
            action.triggered.connect(do)
        menu.exec(self._view.viewport().mapToGlobal(place))
        menu.deleteLater()

    def edit_rules(self) -> None:
        """Let a person change how grave the rules are, and their options."""
        from proceedings_editor.ui.problem.rule_dialog import RuleDialog

        dialog = RuleDialog(self._session, self._words, self.window())
        dialog.exec()
        dialog.deleteLater()

    def explain(self) -> None:
        """Show the manual of the rule at hand."""
        group = self._view.group
        rule = rule_of(group.code) if group else None
        if rule is not None:
            self._explanation = self._explanation or ExplanationDialog(self._words, self)
            self._explanation.show_rule(rule)

    def _ignore(self) -> None:
        finding = self._view.finding
        reason = ask_reason(self.window(), self._words, finding) if finding else ""
        if finding and reason:
            self._session.close_step()
            self._session.apply(ignore(self._session.workspace, finding, reason, date.today()))

    def _show_ignored(self) -> None:
        dialog = IgnoredDialog(self._session, self._words, self._ignored, self.window())
        dialog.exec()
        dialog.deleteLater()

    def _fix_kind(self) -> None:
        """Offer every fix of the rule; proposals are not ticked before the person does it."""
        if group := self._view.group:
            code = group.code
            self._offer(lambda one: one.code == code, text("Fix all {code}", code=code))

    def _fix_safe(self) -> None:
        codes = frozenset(group.code for group in self._model.groups)
        self._offer(lambda one: one.code in codes and bool(one.fix and one.fix.safe), text("Fix all that is safe"))

    def _offer(self, wanted: Callable[[Finding], bool], label: Text) -> None:
        """Find all the fixes in a worker, let the person choose, make the chosen ones as one step."""
        here = self._filter.wanted
        entries = here.entries or None
        workspace = self._session.workspace

        def fixable(finding: Finding) -> bool:
            is_here = is_of_settings(finding) if here.settings else _is_of(finding, entries)
            return finding.fix is not None and wanted(finding) and is_here

        choose = partial(self._choose, fixable=fixable, entries=entries, label=label)
        self._jobs.start(_KIND, lambda cancel: fix_workspace(workspace, fixable, entries, cancel), choose, self._fail)
        self._show_buttons()

    def _choose(
        self, report: FixReport, fixable: Callable[[Finding], bool], entries: frozenset[str] | None, label: Text
    ) -> None:
        self._show_buttons()
        if not report.fixed:
            return
        dialog = FixDialog(self._session, self._words, report.fixed, self.window())
        dialog.exec()
        chosen, accepted = dialog.chosen, dialog.result() == dialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted and len(chosen) == len(report.fixed):
            self._make(chosen, label)
        elif accepted:
            left = frozenset(map(_key, report.fixed)) - frozenset(map(_key, chosen))
            again = partial(_is_chosen, fixable, left)
            self._make(fix_workspace(self._session.workspace, again, entries).fixed, label)

    def _make(self, fixed: Sequence[Fixed], label: Text) -> None:
        if not fixed:
            return
        self._session.close_step()
        try:
            self._session.apply(Together(tuple(one.fix.edit for one in fixed), label))
        except EditError:  # the text has changed meanwhile; the next check finds what is left
            self.failed.emit(text("The text has changed meanwhile; nothing was fixed. Try again."))

    def _fail(self, error: ProceedingsError) -> None:
        self._show_buttons()
        if not isinstance(error, Cancelled):
            self.failed.emit(error.sentence)


_Key = tuple[str, str, str, tuple[int, ...], str]


def _key(fixed: Fixed) -> _Key:
    return _key_of(fixed.finding)


def _key_of(finding: Finding) -> _Key:
    after = str(finding.fix.after) if finding.fix else ""
    return finding.code, finding.entry, finding.place.field, finding.place.block, f"{finding.text}\n{after}"


def _is_chosen(fixable: Callable[[Finding], bool], left: frozenset[_Key], finding: Finding) -> bool:
    return fixable(finding) and _key_of(finding) not in left


def _is_of(finding: Finding, entries: frozenset[str] | None) -> bool:
    return entries is None or finding.fix is None or finding.fix.edit.entry in entries
