"""The least window that PySide6 can show, to measure the start of the program against."""

from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from tests.benchmarks.start_marks import mark_when_it_stands

app = QApplication([])
window = QMainWindow()
window.resize(1280, 820)
window.setCentralWidget(QLineEdit())
window.show()
mark_when_it_stands()
