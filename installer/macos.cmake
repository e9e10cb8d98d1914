# Disk image. NOT TESTED: the program has been built on Linux only so far.
set(CPACK_GENERATOR DragNDrop)
set(CPACK_DMG_VOLUME_NAME Tanaban)
set_target_properties(tanaban PROPERTIES
    MACOSX_BUNDLE ON
    OUTPUT_NAME Tanaban
    MACOSX_BUNDLE_BUNDLE_NAME Tanaban
    MACOSX_BUNDLE_GUI_IDENTIFIER local.tanaban.Tanaban
    MACOSX_BUNDLE_BUNDLE_VERSION ${PROJECT_VERSION}
    MACOSX_BUNDLE_SHORT_VERSION_STRING ${PROJECT_VERSION}
    MACOSX_BUNDLE_ICON_FILE tanaban.icns)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/tanaban.icns DESTINATION Tanaban.app/Contents/Resources)
qt_generate_deploy_app_script(TARGET tanaban FILENAME_VARIABLE deploy NO_UNSUPPORTED_PLATFORM_ERROR)
install(SCRIPT ${deploy})
