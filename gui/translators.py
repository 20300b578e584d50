"""The language of the screen: Vietnamese stands in the code, English comes from resources/translations."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

TRANSLATIONS = Path(__file__).parent.parent / "resources" / "translations"
LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}  # each in its own words

_installed: list[QTranslator] = []


def install_language(code: str) -> None:
    """Switch the application to "vi" or "en"; anything else counts as "vi". Windows made before keep their words."""
    uninstall_language()
    QLocale.setDefault(QLocale(QLocale.Language.English if code == "en" else QLocale.Language.Vietnamese))
    if code == "en":
        _install(TRANSLATIONS / "en.qm")
    else:
        _install(TRANSLATIONS / "qt_vi.qm")  # the words of Qt itself, which brings none in Vietnamese


def uninstall_language() -> None:
    """Let go of the translators, which do not outlive the application object."""
    for translator in _installed:
        QCoreApplication.removeTranslator(translator)
    _installed.clear()


def _install(path: Path) -> None:
    translator = QTranslator()
    if path.is_file() and translator.load(str(path)):
        QCoreApplication.installTranslator(translator)
        _installed.append(translator)
