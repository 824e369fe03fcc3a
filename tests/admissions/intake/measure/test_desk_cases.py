"""All lists that are kept as cases, as they really come: nothing is decided wrongly, and no name is lost unseen."""

import pytest

from admissions.intake.countries import Countries
from admissions.intake.measure.cases import cases
from admissions.intake.measure.judging import judge
from tests.admissions.intake.conftest import ROOT

CASES = {case.name: case for case in cases(ROOT / "tests" / "data" / "desk_cases") if not case.is_sequence}
OF_THE_REGISTRY = {"en", "fr", "ar"}

pytestmark = pytest.mark.usefixtures("loaded_registry", "db")


@pytest.fixture(scope="module")
def verdicts(loaded_registry, django_db_blocker):
    with django_db_blocker.unblock():
        countries = Countries()
        return {name: judge(case, countries) for name, case in CASES.items()}


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_silently_wrong_and_no_name_is_unseen(verdicts, name):
    assert (verdicts[name].silent, verdicts[name].unseen) == ([], [])


@pytest.mark.parametrize(("in_own_languages", "least"), [(True, 0.85), (False, 0.7)])
def test_most_names_are_decided_rightly_without_a_person(verdicts, in_own_languages, least):
    own = [verdicts[name] for name, case in CASES.items() if _is_in_own_languages(case) is in_own_languages]

    assert sum(verdict.right for verdict in own) >= least * sum(verdict.listed for verdict in own)


def _is_in_own_languages(case):
    return {case.language_of(path) for path in case.files} <= OF_THE_REGISTRY
