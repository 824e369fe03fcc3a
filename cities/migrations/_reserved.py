"""Records whose address a page of the site has keep it no longer: nobody could open them there."""

from records.slugs import RESERVED


def readdress(app, *models):
    """The operation of a migration that gives each such record another address, such as `map-2`."""

    def move(apps, schema_editor):
        for name in models:
            records = apps.get_model(app, name).objects
            for record in records.filter(slug__in=RESERVED):
                number = 2
                while records.filter(slug=f"{record.slug}-{number}").exists():
                    number += 1
                record.slug = f"{record.slug}-{number}"
                record.save()

    return move
