from django.db import migrations, models

from records.migrations._moving import RenameModel


class Migration(migrations.Migration):

    dependencies = [
        ('workbench', '0001_glossary'),
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='wording',
            name='wording_once',
        ),
        RenameModel('Wording', 'MessageOverride'),
        migrations.AddConstraint(
            model_name='messageoverride',
            constraint=models.UniqueConstraint(fields=('language', 'context', 'message'), name='message_override_once', violation_error_message='A message has one wording in a language.'),
        ),
    ]
