<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>Expired %n day(s) ago</source>
        <translation>
            <numerusform>Expired %n day ago</numerusform>
            <numerusform>Expired %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>Expires in %n day</numerusform>
            <numerusform>Expires in %n days</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>tanaban::ui::DetailsPanel</name>
    <message numerus="yes">
        <source>reserved by hand %1 (%Ln time(s))</source>
        <translation>
            <numerusform>reserved by hand %1 (%Ln time)</numerusform>
            <numerusform>reserved by hand %1 (%Ln times)</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>tanaban::ui::FilterBar</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    </context>
<context>
    <name>tanaban::ui::PlacesTree</name>
    <message numerus="yes">
        <source>%n stock row(s)</source>
        <translation>
            <numerusform>%n stock row</numerusform>
            <numerusform>%n stock rows</numerusform>
        </translation>
    </message>
    </context>
</TS>
