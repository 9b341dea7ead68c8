"""What others do to the files of an open collection: taken over where nothing is unsaved, else a question.

Looking waits for the disk and belongs into a worker; what was seen is taken over in the thread that owns the session.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from proceedings_editor.app.comparison import FieldDifference, entry_differences, settings_differences
from proceedings_editor.app.saving import SETTINGS, Disk
from proceedings_editor.app.session import Patch, Session, entry_in
from proceedings_editor.model.edit import AddEntry
from proceedings_editor.model.entry import Entry
from proceedings_editor.storage.attachment import copy_figures
from proceedings_editor.storage.collection_file import collection_text
from proceedings_editor.storage.disk import Found, look
from proceedings_editor.storage.entry_file import entry_text
from proceedings_editor.storage.file_state import FileState
from proceedings_editor.storage.folder import Settings, same_id
from proceedings_editor.storage.identifier import new_id
from proceedings_editor.storage.layout import COLLECTION, ENTRIES, TEMPLATE
from proceedings_editor.storage.version import COLLECTION_VERSIONS, keep_version
from proceedings_editor.texts import Text, plural, text

Choice = Literal["theirs", "mine", "both"]

_MOST_NAMED: Final = 3


@dataclass(frozen=True, slots=True)
class Conflict:
    """An entry, or the settings, changed here and by somebody else.

    Attributes:
        owner: The entry's id, or `SETTINGS`.
        entry: Their state of the entry; None where they took it out, or the file is damaged.
        settings: Their state of the settings.
        fault: Why the file cannot be read, None where it can.
        files: Name of each of its files -> its state; without those that are gone.
    """

    owner: str
    entry: Entry | None = None
    settings: Settings | None = None
    fault: Text | None = None
    files: Mapping[str, FileState] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen of the files as they were known then."""

    disk: Disk
    found: Found


class Outside:
    """Watches the files of one session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._noticed: dict[str, FileState] = {}
        self._missing: frozenset[str] = frozenset()
        self._conflicts: dict[str, Conflict] = {}
        self._is_gone = False

    @property
    def conflicts(self) -> Mapping[str, Conflict]:
        """What waits for a decision, by owner."""
        return dict(self._conflicts)

    @property
    def is_gone(self) -> bool:
        """True while the folder is not there."""
        return self._is_gone

    def looking(self) -> Callable[[], Look]:
        """Return the work of looking at the files."""
        session, disk = self._session, self._session.disk
        known = {**disk.files, **self._noticed}
        return lambda: Look(disk, look(session.folder, known))

    def take(self, seen: Look) -> tuple[Text, ...]:
        """Take over what was seen; return sentences for the person."""
        session, found = self._session, seen.found
        if session.is_saving or session.disk is not seen.disk:
            return ()  # it may be the session's own work; the next look tells
        said: list[Text] = []
        if found.is_gone != self._is_gone:
            self._is_gone = found.is_gone
            said.append(
                _gone(session) if found.is_gone else text("The folder {folder} is back.", folder=session.folder)
            )
        if found.is_gone:
            return tuple(said)
        for owner in [one.owner for one in self._conflicts.values() if not one.fault and not is_unsaved(session, one)]:
            self.settle(owner, "theirs")
        gone, self._missing = found.missing & self._missing, found.missing
        if found.states or gone:
            said += _News(session, self._noticed, self._conflicts).take(found, gone)
        return tuple(said)

    def differences(self, conflict: Conflict) -> tuple[FieldDifference, ...]:
        """Return what they (`saved`) have otherwise than this session (`recovered`)."""
        now = self._session.workspace
        if conflict.settings:
            theirs = conflict.settings
            return settings_differences(theirs.collection, theirs.template, now.collection, now.template)
        mine = entry_in(now, conflict.owner)
        if conflict.fault or mine is None:
            return ()
        return entry_differences(conflict.entry or Entry(conflict.owner), mine, now.collection)

    def settle(self, owner: str, choice: Choice) -> None:
        """Decide a conflict.

        Args:
            owner: Whose it is.
            choice: "theirs" puts mine among the versions; "mine" lets the next save write over theirs; "both" makes an
                entry of its own of mine.

        Raises:
            WriteError: A figure of the copy could not be written; nothing was decided.
        """
        conflict, session = self._conflicts[owner], self._session
        if choice == "both":
            self._copy(owner)
        if choice == "mine":
            session.take_from_disk(Patch(), _over(session.disk, conflict))
        else:
            self._keep(conflict)
            patch = _patch(conflict)
            session.take_from_disk(patch, _disk_with(session.disk, patch, conflict))
        del self._conflicts[owner]
        for name in conflict.files:
            self._noticed.pop(name, None)

    def _copy(self, owner: str) -> None:
        session = self._session
        mine = session.entry(owner)
        assert mine
        name = new_id([one.id for one in session.workspace.entries])
        copy_figures(session.folder, owner, name)
        copy = replace(mine, id=name, number=None, first_page=None, last_page=None)
        session.close_step()
        session.apply(AddEntry(copy, text("Keep both")))

    def _keep(self, conflict: Conflict) -> None:
        """Put mine among the versions before theirs takes its place."""
        session = self._session
        if conflict.settings:
            mine = collection_text(session.workspace.collection).encode()
            keep_version(session.folder, COLLECTION_VERSIONS, mine, collection_text(conflict.settings.collection))
        elif (entry := session.entry(conflict.owner)) is not None:
            theirs = entry_text(conflict.entry or entry)
            keep_version(session.folder, conflict.owner, entry_text(entry).encode(), theirs)


class _News:
    """Sorts what was found into what is taken over and what is asked."""

    def __init__(self, session: Session, noticed: dict[str, FileState], conflicts: dict[str, Conflict]) -> None:
        self._session, self._noticed, self._conflicts = session, noticed, conflicts
        self._disk = session.disk
        self._ids = {f"{ENTRIES}/{file}": owner for owner, file in self._disk.sources.items()}
        self._said: list[Text] = []

    def take(self, found: Found, gone: frozenset[str]) -> list[Text]:
        news = [*self._of_entries(found), *self._of_missing(found, gone), *self._of_settings(found)]
        news += self._of_damaged(found)
        patches: list[Conflict] = []
        for one in news:
            self._conflicts.pop(one.owner, None)
            if one.fault or is_unsaved(self._session, one):
                self._conflicts[one.owner] = one
                self._noticed.update(one.files)
            else:
                patches.append(one)
                for name in one.files:
                    self._noticed.pop(name, None)
        self._adopt(found, patches)
        return self._said

    def _of_entries(self, found: Found) -> list[Conflict]:
        news: list[Conflict] = []
        for name, entry in found.entries.items():
            state = found.states[name]
            if self._is_as_known(name, state):
                self._conflicts.pop(entry.id, None)
                self._noticed.pop(name, None)
                continue
            other = f"{ENTRIES}/{self._disk.sources[entry.id]}" if entry.id in self._disk.sources else name
            if other != name and other not in found.missing:
                self._noticed[name] = state
                short = name.removeprefix(f"{ENTRIES}/")
                self._said.append(same_id(short, self._disk.sources[entry.id], entry.id))
                continue
            news.append(Conflict(entry.id, entry, files={name: state}))
        return news

    def _of_missing(self, found: Found, gone: frozenset[str]) -> list[Conflict]:
        moved = {entry.id for entry in found.entries.values()}
        return [
            Conflict(self._ids[name], files={}) for name in gone if name in self._ids and self._ids[name] not in moved
        ]

    def _of_settings(self, found: Found) -> list[Conflict]:
        if found.settings is None:
            return []
        files = {name: state for name, state in found.states.items() if name in (COLLECTION, TEMPLATE)}
        if all(self._is_as_known(name, state) for name, state in files.items()):
            return []
        return [Conflict(SETTINGS, settings=found.settings, files=files)]

    def _of_damaged(self, found: Found) -> list[Conflict]:
        news: list[Conflict] = []
        for name, fault in found.damaged.items():
            state = found.states.get(name) or FileState((0, 0), b"")
            self._noticed[name] = state
            self._said.append(
                text(
                    "{fault} It was changed by somebody else; the program goes on with what it read before.",
                    fault=fault,
                )
            )
            owner = SETTINGS if name in (COLLECTION, TEMPLATE) else self._ids.get(name)
            if owner is not None:
                news.append(Conflict(owner, fault=fault, files={name: state}))
        return news

    def _is_as_known(self, name: str, state: FileState) -> bool:
        known = self._disk.files.get(name)
        return known is not None and known.digest == state.digest

    def _adopt(self, found: Found, taken: list[Conflict]) -> None:
        files = {name: state for name, state in found.states.items() if self._is_as_known(name, state)}
        disk = replace(self._disk, files={**self._disk.files, **files})
        patch = Patch()
        now = {entry.id for entry in self._session.workspace.entries}
        for one in taken:
            wanted = _patch(one)
            disk = _disk_with(disk, wanted, one)
            if one.owner and one.owner not in now and entry_in(self._disk.workspace, one.owner):
                continue  # taken out here
            patch = Patch(
                {**patch.entries, **wanted.entries},
                wanted.collection or patch.collection,
                wanted.template or patch.template,
                wanted.template_words or patch.template_words,
            )
        if taken or files:
            self._session.take_from_disk(patch, disk)
        self._tell(taken)

    def _tell(self, taken: list[Conflict]) -> None:
        changed = [one.entry.title.best(one.entry.language) for one in taken if one.entry]
        gone = sum(one.entry is None and one.owner != SETTINGS for one in taken)
        if changed:
            titles = ", ".join(f"“{title}”" for title in changed[:_MOST_NAMED]) + (
                " …" if changed[_MOST_NAMED:] else ""
            )
            self._said.append(text("Somebody else has changed {titles}; you see the newest state.", titles=titles))
        if gone:
            self._said.append(
                plural("Somebody else took {count} entry out.", "Somebody else took {count} entries out.", gone)
            )
        if any(one.settings for one in taken):
            self._said.append(text("Somebody else has changed the settings; you see them as they are now."))


def is_unsaved(session: Session, one: Conflict) -> bool:
    """Say whether a session has changes of its own that are not what they did as well."""
    now, saved = session.workspace, session.saved
    if one.settings:
        here = now.collection, now.template
        theirs = one.settings.collection, one.settings.template
        return here not in (theirs, (saved.collection, saved.template))
    mine = entry_in(now, one.owner)
    if mine is None:
        return False  # taken out here: saving puts their file into the trash
    return mine not in (entry_in(saved, one.owner), one.entry)


def _patch(conflict: Conflict) -> Patch:
    if conflict.settings:
        theirs = conflict.settings
        return Patch({}, theirs.collection, theirs.template, theirs.template_words)
    return Patch({conflict.owner: conflict.entry})


def _disk_with(disk: Disk, patch: Patch, conflict: Conflict) -> Disk:
    """Return the files as known, with theirs."""
    files, sources = dict(disk.files), dict(disk.sources)
    if conflict.owner != SETTINGS:
        files.pop(f"{ENTRIES}/{sources.pop(conflict.owner, '')}", None)
        for name in conflict.files:
            sources[conflict.owner] = name.removeprefix(f"{ENTRIES}/")
    return Disk(patch.apply(disk.workspace), sources, {**files, **conflict.files})


def _over(disk: Disk, conflict: Conflict) -> Disk:
    """Return the files as known, so that the next save writes over theirs."""
    if conflict.fault is None:
        return _disk_with(disk, _patch(conflict), conflict)
    if conflict.owner == SETTINGS:
        return replace(disk, files={**disk.files, **conflict.files})
    workspace = Patch({conflict.owner: None}).apply(disk.workspace)
    return Disk(workspace, disk.sources, {**disk.files, **conflict.files})


def _gone(session: Session) -> Text:
    return text(
        "The folder {folder} is not there any more. Your work is still here: put the folder or the stick back and save "
        "again, or save a copy elsewhere.",
        folder=session.folder,
    )


def _back(session: Session) -> Text:
    return text("The folder {folder} is back.", folder=session.folder)
