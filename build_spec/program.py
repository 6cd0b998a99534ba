"""The program that PyInstaller freezes; the window and the console executable share it."""

from hcpcs_desktop.__main__ import main

if __name__ == "__main__":
    main()
