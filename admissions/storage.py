"""Where confidential documents are kept: readable by the account of the server alone."""

from pathlib import Path

from django.core.files.storage import FileSystemStorage

ONLY_OWN_FILES, ONLY_OWN_FOLDER = 0o600, 0o700


class PrivateStorage(FileSystemStorage):
    """Files of mode 0600 in a folder of mode 0700, also one that was there before and was open to others."""

    def __init__(self, **options):
        modes = {"file_permissions_mode": ONLY_OWN_FILES, "directory_permissions_mode": ONLY_OWN_FOLDER}
        super().__init__(**modes | options)

    def close_to_others(self):
        """Nobody but the server's own account reads the folder, nor the files in it from earlier times."""
        folder = Path(self.location)
        if not folder.is_dir():
            return
        folder.chmod(ONLY_OWN_FOLDER)
        for file in folder.iterdir():
            if file.is_file():
                file.chmod(ONLY_OWN_FILES)
