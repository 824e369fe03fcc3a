import pytest

from tests.factories import AdmissionFactory, AnnulledAdmissionFactory, CampaignFactory, CohortFactory


def test_a_campaign_names_the_cities_of_the_cohort_that_lead_it(client, db):
    campaign = CampaignFactory(slug="lifelong", hashtag="#ImALifelongLearner", cohort=CohortFactory(year=2024))
    fez = AdmissionFactory(cohort__year=2024, city__name_en="Fez").city
    AnnulledAdmissionFactory(cohort__year=2024)
    AdmissionFactory(cohort__year=2020)
    other = CampaignFactory(slug="form", cohort=campaign.cohort)
    CampaignFactory(slug="egypt")

    response = client.get("/en/campaigns/lifelong/")
    assert [admission.city for admission in response.context["leading"]] == [fez]
    assert list(response.context["kindred"]) == [other]
    assert "1 city recorded here" in response.content.decode()


def test_a_campaign_that_no_cohort_leads_has_no_cities(client, db):
    CampaignFactory(slug="egypt")
    CampaignFactory(slug="summit")
    context = client.get("/en/campaigns/egypt/").context
    assert (list(context["leading"]), list(context["kindred"])) == ([], [])


def test_campaigns_of_cohorts_stand_first_in_the_order_in_which_they_began(client, db):
    alone = CampaignFactory(slug="a")
    cohort = CohortFactory(year=2024)
    undated = CampaignFactory(slug="b", cohort=cohort)
    first = CampaignFactory(slug="c", cohort=cohort, since="2023-07-01", since_precision="month")
    assert list(client.get("/en/campaigns/").context["object_list"]) == [first, undated, alone]


@pytest.mark.parametrize("number", [2, 30])
def test_campaigns_run_the_same_queries_however_many_there_are(client, db, django_assert_num_queries, number):
    CampaignFactory.create_batch(number, cohort=CohortFactory())
    with django_assert_num_queries(2):
        client.get("/en/campaigns/")
