"""Those who work in the back office."""

import factory
from factory.django import DjangoModelFactory


class UserFactory(DjangoModelFactory):
    class Meta:
        model = "auth.User"

    username = factory.Sequence("person-{}".format)
    is_staff = True
