"""What everybody may see is said once, by each kind of record, and everything else is closed."""

import pytest
from django.db import models
from django.test.utils import isolate_apps

from cities.models import City, FormerAddress, Source
from gnlc.roles import CONFIDENTIAL, EVERYTHING, ROLES
from gnlc.workbench.models import Term
from records.visibility import Open, is_part, may_be_public, public_relations
from tests.one_of_everything import one_of_everything
from tests.support.confidential import KEPT_BACK, found_in, keep_back
from tests.support.marks import STEM, models_of_the_registry, texts_of


def test_what_everybody_may_see_is_what_every_role_may_see():
    public = {model for model in models_of_the_registry() if may_be_public(model)}
    assert public == {*EVERYTHING, FormerAddress} - {Term}
    assert [model for model in CONFIDENTIAL if may_be_public(model)] == []
    assert [set(role["view"]) - public for role in ROLES.values() if not {*EVERYTHING} <= set(role["view"])] == []


def is_kept_back_in_part(model):
    """Whether some records of a public kind are not public."""
    return not isinstance(model.objects.all(), Open)


def kept_back(model):
    """The records that not everybody may see."""
    records = model._base_manager.all()
    return records.exclude(pk__in=model.objects.public().order_by().values("pk")) if may_be_public(model) else records


@pytest.fixture
def everything(db):
    one_of_everything("en", "fr", "ar")
    keep_back()


def test_there_is_one_of_every_kind_that_not_everybody_may_see_with_a_word_in_every_text(everything):
    kinds = [each for each in models_of_the_registry() if not may_be_public(each) or is_kept_back_in_part(each)]
    assert {each._meta.label for each in kinds} == {each._meta.label for each in KEPT_BACK}
    silent = {
        f"{model._meta.label}.{text.name}"
        for model in kinds
        for text in texts_of(model)
        if text not in found_in(model)
        and not any(STEM in str(value).lower() for value in kept_back(model).values_list(text.name, flat=True))
    }
    assert silent == set()
    assert [model._meta.label for model in kinds if not kept_back(model).exists()] == []


def test_a_part_is_seen_with_what_it_belongs_to_and_is_no_reason_to_show_it(db):
    parts = [relation for relation in public_relations(City) if is_part(relation)]
    assert [relation.name for relation in parts] == ["names"]


def test_calls_and_lists_at_the_desk_are_no_public_relations_of_a_source():
    closed = {each.name for each in Source._meta.related_objects} - {each.name for each in public_relations(Source)}
    assert closed == {"calls", "intakes"}


@isolate_apps("cities", attr_name="apps")
def test_a_new_kind_of_record_is_closed_until_somebody_says_otherwise():
    class Memo(models.Model):  # noqa: DJ008
        class Meta:
            app_label = "cities"

    class Notice(models.Model):  # noqa: DJ008
        objects = type("NoticeQuerySet", (Open, models.QuerySet), {}).as_manager()

        class Meta:
            app_label = "cities"

    assert [may_be_public(model) for model in (Memo, Notice)] == [False, True]
