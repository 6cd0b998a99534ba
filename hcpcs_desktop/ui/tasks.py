"""Work outside the window: the import, as a process of its own."""

import json
import logging
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QTemporaryDir, QTimer, Signal

_LOOK_MS = 100
_KILL_MS = 3000
_STOPPED = "The import stopped before it was finished. The library is as it was. Try again."
_NOT_STARTED = (
    "The part of the program that adds files could not be started. The library is as it was. "
    "Close the program and start it again; where that does not help, install it anew."
)
_NO_FOLDER = (
    "There is no folder for temporary files ({}). Nothing was changed. Free some space, or name "
    "another folder in TMPDIR, and start the program again."
)
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an import is; ``total`` is 0 where that is not known."""

    text: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an import ended: with an answer, with an error's sentence, or cancelled."""

    answer: dict[str, Any] = field(default_factory=dict)
    error: str = ""
    cancelled: bool = False


class ImportTask(QObject):
    """Runs the import command and reads its report: a file of JSON lines.

    Emits ``progressed`` (Progress) and, once, ``finished`` (Outcome).
    """

    progressed = Signal(object)
    finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Prepare; nothing runs yet."""
        super().__init__(parent)
        self._folder = QTemporaryDir()
        self._position = 0
        self._outcome: Outcome | None = None
        self._cancelled = False
        self._process = QProcess(self)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._read_report)

    @property
    def report(self) -> Path:
        """The file that the command must write its report to."""
        return Path(self._folder.filePath("report.jsonl"))

    def start(self, command: list[str]) -> None:
        """Run the command; without a folder for its report, say so in the next turn."""
        if not self._folder.isValid():
            self._outcome = Outcome(error=_NO_FOLDER.format(self._folder.errorString()))
            QTimer.singleShot(0, self._end)
            return
        self._timer.start()
        self._process.start(command[0], command[1:])

    def cancel(self) -> None:
        """Kill the process; what it left is cleared at the next start."""
        self._cancelled = True
        self._process.kill()

    def stop(self) -> None:
        """Kill the process and wait for its end, because the window closes."""
        if self._process.state() != QProcess.ProcessState.NotRunning:
            self.cancel()
            self._process.waitForFinished(_KILL_MS)

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            _LOG.error("The import did not start: %s", self._process.errorString())
            self._outcome = Outcome(error=_NOT_STARTED)
            self._end()

    def _on_finished(self) -> None:
        self._read_report()
        if self._outcome is None and not self._cancelled:
            output = self._process.readAllStandardError().toStdString()
            _LOG.error("The import ended without a report: %s", output)
        self._end()

    def _end(self) -> None:
        self._timer.stop()
        outcome = self._outcome or Outcome(error="" if self._cancelled else _STOPPED)
        if self._outcome is None and self._cancelled:
            outcome = Outcome(cancelled=True)
        self.finished.emit(outcome)

    def _read_report(self) -> None:
        if not self.report.exists():
            return
        with self.report.open("rb") as report:
            report.seek(self._position)
            for text in report:
                if not text.endswith(b"\n"):
                    return
                self._position += len(text)
                self._take(json.loads(text))

    def _take(self, event: dict[str, Any]) -> None:
        if event["event"] == "progress":
            self.progressed.emit(Progress(event["text"], event["done"], event["total"]))
        elif event["event"] == "done":
            self._outcome = Outcome(answer=event["answer"])
        elif event["event"] == "error":
            self._outcome = Outcome(error=event["message"])
