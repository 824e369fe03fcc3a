from django.db import migrations

from records.migrations._moving import MoveModel


class Migration(migrations.Migration):

    dependencies = [
        ('cities', '0018_validators_and_sentences'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [
        MoveModel('cities', 'LoadedFile'),
        MoveModel('cities', 'LoadedRow'),
        MoveModel('cities', 'PageReads'),
        MoveModel('cities', 'TranslationState'),
        MoveModel('cities', 'Suggestion'),
        MoveModel('cities', 'HistoryEntry'),
    ]
