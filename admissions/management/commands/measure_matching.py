"""Measure reading and matching on the gold lists and on the registry's own names."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from admissions.intake.measure import (
    BEFORE,
    NOW,
    gold_answers,
    gold_lists,
    measure,
    trials,
    with_other_languages,
)
from cities.models import City

HEADER = (
    f"{'list':<28}{'registry':<9}{'cities':>7}{'automatic':>11}{'alone':>8}{'bare':>6}{'wrong':>7}{'recall@3':>10}"
)


class Command(BaseCommand):
    help = (
        "Measure reading and matching on lists of which the answers are known: for each list, with the registry as it "
        "is and as it was before the round, the share of lines decided without a person, together with the lists in "
        "other languages and alone, decisions for a new city without coordinates (bare), wrong decisions, and cities "
        "among the first three candidates. Writes nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("--folder", type=Path, default=Path(settings.BASE_DIR) / "tests" / "data")

    def handle(self, *, folder, **options):
        if not City.objects.exists():
            raise CommandError(_("There are no cities yet. Run load_registry first."))
        if not (folder / "answers.csv").exists():
            raise CommandError(_("There are no lists with answers in %(folder)s.") % {"folder": folder})
        answers, lists = gold_answers(folder), list(gold_lists(folder))
        self.stdout.write(HEADER)
        results = [self._measure(gold, lists, answers, state) for state in (NOW, BEFORE) for gold in lists]
        self._sum_up(results)
        for (trial, outcome), count in sorted(trials().items()):
            self.stdout.write(f"{trial}: {outcome} {count}")
        if any(result.wrong or result.misread for result in results):
            raise CommandError(_("Some lines were read or matched wrongly."))

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
