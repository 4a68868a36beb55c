"""The messages of the program in one language: from a gettext catalogue, or in English from the code."""

import gettext
import os
from collections.abc import Mapping

from helpdesk_tui.languages import LANGUAGES, SOURCE


class Language:
    """The program's messages in one language."""

    def __init__(self, code: str) -> None:
        self.code = code
        folder = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "locale")
        catalogue = gettext.NullTranslations()
        if code != SOURCE:
            with open(os.path.join(folder, code, "LC_MESSAGES", "helpdesk_tui.mo"), "rb") as file:
                catalogue = gettext.GNUTranslations(file)
        self.gettext = catalogue.gettext
        self.ngettext = catalogue.ngettext
        self.weekdays = catalogue.pgettext("weekdays", "mon tue wed thu fri sat sun").split()
        self.months = catalogue.pgettext("months", "jan feb mar apr may jun jul aug sep oct nov dec").split()

    def translate(self, message: str, /, **values: object) -> str:
        """The message in this language, with the values in its fields."""
        translated = self.gettext(message)
        return translated.format(**values) if values else translated

    def plural(self, one: str, many: str, count: int) -> str:
        """The message for this count in this language, with the count in its field."""
        return self.ngettext(one, many, count).format(count=count)


def language_of(environ: Mapping[str, str]) -> str:
    """The code of the reader's language from the environment; English where the program lacks it."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environ.get(name):
            return value[:2] if value[:2] in LANGUAGES else SOURCE
    return SOURCE
