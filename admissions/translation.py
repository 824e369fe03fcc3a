"""Which fields of this app are kept in three languages."""

from modeltranslation.translator import TranslationOptions, register

from admissions.models import Admission, Agreement, Cohort, Correction, MembershipNote, Rule


@register(Cohort)
class CohortOptions(TranslationOptions):
    fields = ["title", "event", "basis", "difference", "network_basis"]
    required_languages = {"en": ["title"]}


@register(Admission)
class AdmissionOptions(TranslationOptions):
    fields = ["note"]


@register(Correction)
class CorrectionOptions(TranslationOptions):
    fields = ["note"]
    required_languages = ["en"]


@register(MembershipNote)
class MembershipNoteOptions(TranslationOptions):
    fields = ["note"]
    required_languages = ["en"]


@register(Rule)
class RuleOptions(TranslationOptions):
    fields = ["rule"]
    required_languages = ["en"]


@register(Agreement)
class AgreementOptions(TranslationOptions):
    fields = ["title", "parties", "summary"]
    required_languages = ["en"]
