"""Why a line that looks like an entry could not be read, in a sentence for the person who decides about it."""

from django.utils.translation import gettext as _

from admissions.intake.characters import has_letters, is_cell_error, tidy, tidy_cells


def why_unread(raw, name, country_text, country_code):
    """The reason as far as it can be told; the arguments are those of a `parse.ListedLine`."""
    cells = tidy_cells(raw)
    error = next((cell for cell in (name, country_text, *cells) if is_cell_error(cell)), "")
    if error:
        return _("A cell holds %(error)s, by which a spreadsheet says that it found no value.") % {
            "error": tidy(error)
        }
    if country_text and not country_code:
        return _("No country is known under the name “%(name)s”.") % {"name": country_text}
    if len(cells) > 1 and cells[0] and not has_letters(name or cells[0]):
        return _("A number, a day or a sign stands where the name of the city should.")
    if country_code:
        return _("It names a country and no city that can be read.")
    return _("It names no country that can be read.")
