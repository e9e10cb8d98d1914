# tanaban_library(<name> [FOLDER folder] LINKS ... [PRIVATE_LINKS ...] [PRECOMPILE header...])
# Every source file of the folder; target tanaban_<name>, alias tanaban::<name>.
# Qt's headers take most of the time to compile a file: they are read once per target. The preset
# `dev` does without, so that a file that forgets an include is found.
function(tanaban_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "FOLDER" "LINKS;PRIVATE_LINKS;PRECOMPILE")
    if(NOT arg_FOLDER)
        set(arg_FOLDER ${name})
    endif()
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS
        ${PROJECT_SOURCE_DIR}/${arg_FOLDER}/*.cpp ${PROJECT_SOURCE_DIR}/${arg_FOLDER}/*.h)
    add_library(tanaban_${name} STATIC ${sources})
    add_library(tanaban::${name} ALIAS tanaban_${name})
    set_target_properties(tanaban_${name} PROPERTIES AUTOMOC ON)
    target_include_directories(tanaban_${name} PUBLIC ${PROJECT_SOURCE_DIR})
    target_link_libraries(tanaban_${name}
        PUBLIC ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS} tanaban::compile_settings)
    if(arg_PRECOMPILE)
        target_precompile_headers(tanaban_${name} PRIVATE ${arg_PRECOMPILE})
    endif()
endfunction()

# tanaban_sources_with(<headers> <folder> <variable>): the sources of the folder that include such a
# header (a regular expression).
function(tanaban_sources_with headers folder variable)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp)
    set(found)
    foreach(source IN LISTS sources)
        file(STRINGS ${source} line REGEX "#include \"${headers}\"" LIMIT_COUNT 1)
        if(line)
            list(APPEND found ${source})
        endif()
    endforeach()
    set(${variable} ${found} PARENT_SCOPE)
endfunction()

# Which tests a build is for: those with the label `release` run at the speed people have, all others
# with sanitizers; ./dev test builds each set once. all: both (plain cmake, preset dev).
set(TANABAN_TESTS all CACHE STRING "all, sanitized or release")

# tanaban_test(<folder>/<name> LINKS ... [LABELS ...] [TIMEOUT seconds]) -> one program, one ctest entry
function(tanaban_test path)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "LINKS;LABELS")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 300)
    endif()
    string(REPLACE "/" "_" target "test_${path}")
    add_executable(${target} ${path}.cpp)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    target_link_libraries(${target} PRIVATE ${arg_LINKS} Qt6::Test tanaban::compile_settings)
    if(path MATCHES "^ui/")
        target_precompile_headers(${target} REUSE_FROM tanaban_precompiled_window_test)
    else()
        target_precompile_headers(${target} REUSE_FROM tanaban_precompiled_test)
    endif()
    set(set_of_test sanitized)
    if("release" IN_LIST arg_LABELS)
        set(set_of_test release)
    endif()
    if(NOT TANABAN_TESTS MATCHES "^(all|${set_of_test})$")
        set_target_properties(${target} PROPERTIES EXCLUDE_FROM_ALL ON)
        return()
    endif()
    add_test(NAME ${path} COMMAND ${target})
    set_tests_properties(${path} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_HASH_SEED=0;LC_ALL=C.UTF-8;TZ=UTC;TANABAN_BIN=${CMAKE_BINARY_DIR}/bin;TANABAN_SOURCE=${PROJECT_SOURCE_DIR}")
endfunction()
