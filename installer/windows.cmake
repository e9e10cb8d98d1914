# NSIS installer. NOT TESTED: the program has been built on Linux only so far.
set(CPACK_GENERATOR NSIS)
set_target_properties(tanaban PROPERTIES WIN32_EXECUTABLE ON)
qt_generate_deploy_app_script(TARGET tanaban FILENAME_VARIABLE deploy NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT ${deploy})
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/tanaban.ico DESTINATION ${CMAKE_INSTALL_BINDIR})
set(CPACK_PACKAGE_INSTALL_DIRECTORY Tanaban)
set(CPACK_PACKAGE_EXECUTABLES tanaban Tanaban)
set(CPACK_NSIS_DISPLAY_NAME Tanaban)
set(CPACK_NSIS_PACKAGE_NAME Tanaban)
set(CPACK_NSIS_MUI_ICON ${CMAKE_CURRENT_BINARY_DIR}/tanaban.ico)
set(CPACK_NSIS_MUI_UNIICON ${CPACK_NSIS_MUI_ICON})
set(CPACK_NSIS_INSTALLED_ICON_NAME bin\\tanaban.ico)
set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
set(CPACK_NSIS_MODIFY_PATH ON) # for tanabanctl
# In "Open with" of every file; *.db belongs to many programs, so it is not taken away from them.
set(CPACK_NSIS_EXTRA_INSTALL_COMMANDS
    "WriteRegStr SHCTX 'Software\\Classes\\Applications\\tanaban.exe\\shell\\open\\command' '' '$\\\"$INSTDIR\\bin\\tanaban.exe$\\\" $\\\"%1$\\\"'")
set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS
    "DeleteRegKey SHCTX 'Software\\Classes\\Applications\\tanaban.exe'")
