"""Measure reading and matching on lists of which the answers are known."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from admissions.intake.countries import Countries
from admissions.intake.measure.cases import cases
from admissions.intake.measure.gold import (
    BEFORE,
    NOW,
    gold_answers,
    gold_lists,
    measure,
    trials,
    with_other_languages,
)
from admissions.intake.measure.judging import judge
from cities.models import City

HEADER = (
    f"{'list':<28}{'registry':<9}{'cities':>7}{'automatic':>11}{'alone':>8}{'bare':>6}{'wrong':>7}{'recall@3':>10}"
)


CASES_HEADER = f"{'case':<32}{'listed':>7}{'right':>7}{'asked':>7}{'silent wrong':>14}{'unread':>8}{'unseen':>8}"

KINDS = ("asked", "silent", "unread", "unseen")


class Command(BaseCommand):
    help = (
        "Measure reading and matching on lists of which the answers are known. A folder with answers.csv holds gold "
        "lists: for each, with the registry as it is and as it was before the round, the share of lines decided "
        "without a person, together with the lists in other languages and alone, decisions for a new city without "
        "coordinates (bare), wrong decisions, and cities among the first three candidates. Other folders hold cases, "
        "each a folder with a list and expected.csv: for each, on the registry as it was before the round, the names "
        "listed, decided rightly, asked about, decided wrongly without asking, shown as unread, and lost unseen. "
        "Fails if anything is wrong or unseen. Writes nothing."
    )

    def add_arguments(self, parser):
        tests = Path(settings.BASE_DIR) / "tests" / "data"
        parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", default=[tests, tests / "desk_cases"])

    def handle(self, *, folders, **options):
        if not City.objects.exists():
            raise CommandError(_("There are no cities yet. Run load_registry first."))
        for folder in folders:
            if not (folder / "answers.csv").exists() and not cases(folder):
                raise CommandError(_("There are no lists with answers in %(folder)s.") % {"folder": folder})
        wrong = [folder for folder in folders if self._is_wrong(folder)]
        if wrong:
            raise CommandError(_("Some lines were read or matched wrongly."))

    def _is_wrong(self, folder):
        return self._gold(folder) if (folder / "answers.csv").exists() else self._cases(cases(folder))

    def _cases(self, found):
        """Whether a name of the cases is silently wrong or unseen; prints what became of all of them."""
        self.stdout.write(CASES_HEADER)
        countries, verdicts = Countries(), []
        for case in found:
            if case.is_sequence:
                self.stdout.write(f"{case.name:<32}" + _("sequence, not measured"))
                continue
            verdicts.append(judge(case, countries))
            self._tell(verdicts[-1])
        numbers = [
            sum(verdict.listed for verdict in verdicts), sum(verdict.right for verdict in verdicts),
            *(sum(len(getattr(verdict, kind)) for verdict in verdicts) for kind in KINDS),
        ]  # fmt: skip
        self._row(_("in sum"), numbers)
        return any(verdict.silent or verdict.unseen for verdict in verdicts)

    def _tell(self, verdict):
        self._row(verdict.case, [verdict.listed, verdict.right, *(len(getattr(verdict, kind)) for kind in KINDS)])
        for name, why in verdict.refused:
            self.stdout.write(f"    {name}: {why}")
        for name, taken_for in verdict.silent:
            self.stdout.write(self.style.ERROR(f"    {name} ≠ {taken_for}"))
        for name, taken_for in verdict.extra:
            self.stdout.write(self.style.WARNING(f"    + {name} ≠ {taken_for}"))
        for name in verdict.unseen:
            self.stdout.write(self.style.ERROR(f"    ∅ {name}"))

    def _row(self, name, numbers):
        listed, right, asked, silent, unread, unseen = numbers
        self.stdout.write(f"{name:<32}{listed:>7}{right:>7}{asked:>7}{silent:>14}{unread:>8}{unseen:>8}")

    def _gold(self, folder):
        answers, lists = gold_answers(folder), list(gold_lists(folder))
        self.stdout.write(HEADER)
        results = [self._measure(gold, lists, answers, state) for state in (NOW, BEFORE) for gold in lists]
        self._sum_up(results)
        for (trial, outcome), count in sorted(trials().items()):
            self.stdout.write(f"{trial}: {outcome} {count}")
        return any(result.wrong or result.misread for result in results)

    def _measure(self, gold, lists, answers, state):
        alone = measure(gold, {gold.language: gold.reading}, answers, state)
        result = measure(gold, with_other_languages(gold, lists), answers, state)
        self.stdout.write(
            f"{gold.name:<28}{state:<9}{result.lines:>7}{result.share:>11.1%}{alone.share:>8.1%}{result.bare:>6}"
            f"{len(result.wrong) + len(alone.wrong):>7}{result.recall:>10.1%}"
        )
        for name in result.misread:
            self.stdout.write(self.style.WARNING(f"    ≠ {name}"))
        for name, taken_for in [*result.wrong, *alone.wrong]:
            self.stdout.write(self.style.ERROR(f"    {name} ≠ {taken_for}"))
        return result

    def _sum_up(self, results):
        total = {
            key: sum(getattr(result, key) for result in results) for key in ("lines", "automatic", "bare", "seconds")
        }
        wrong = sum(len(result.wrong) for result in results)
        recall = sum(result.proposed for result in results) / sum(result.to_propose for result in results)
        seconds = total["seconds"] / sum(result.lines for result in results)
        self.stdout.write(
            self.style.SUCCESS(
                f"precision {1 - wrong / total['automatic']:.1%}, recall@3 {recall:.1%}, "
                f"automatic {total['automatic'] / total['lines']:.1%} "
                f"(with all there is to know {(total['automatic'] - total['bare']) / total['lines']:.1%}), "
                f"{100 * seconds:.2f} s for 100 lines"
            )
        )
