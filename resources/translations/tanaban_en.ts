<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>OverviewCards</name>
    <message numerus="yes">
        <source>product(s) at or below the reorder point, %1</source>
        <extracomment>After the number of products; %1 says in how many stock rows.</extracomment>
        <translation>
            <numerusform>product at or below the reorder point, %1</numerusform>
            <numerusform>products at or below their reorder points, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stock row(s)</source>
        <translation>
            <numerusform>%Ln stock row</numerusform>
            <numerusform>%Ln stock rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stock row(s) of goods that expire within %1 days</source>
        <translation>
            <numerusform>stock row of goods that expire within %1 days</numerusform>
            <numerusform>stock rows of goods that expire within %1 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stock row(s) expire</source>
        <translation>
            <numerusform>%Ln stock row expires</numerusform>
            <numerusform>%Ln stock rows expire</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stock row(s) of goods that may no longer be used</source>
        <translation>
            <numerusform>stock row of goods that may no longer be used</numerusform>
            <numerusform>stock rows of goods that may no longer be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln expired stock row(s)</source>
        <translation>
            <numerusform>%Ln expired stock row</numerusform>
            <numerusform>%Ln expired stock rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stock row(s) of damaged goods</source>
        <translation>
            <numerusform>stock row of damaged goods</numerusform>
            <numerusform>stock rows of damaged goods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stock row(s) of goods that wait for a decision</source>
        <translation>
            <numerusform>stock row of goods that wait for a decision</numerusform>
            <numerusform>stock rows of goods that wait for a decision</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged stock row(s)</source>
        <translation>
            <numerusform>%Ln damaged stock row</numerusform>
            <numerusform>%Ln damaged stock rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln quarantined stock row(s)</source>
        <translation>
            <numerusform>%Ln quarantined stock row</numerusform>
            <numerusform>%Ln quarantined stock rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>zone(s) filled to %1 % or more</source>
        <translation>
            <numerusform>zone filled to %1 % or more</numerusform>
            <numerusform>zones filled to %1 % or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) of the history</source>
        <translation>
            <numerusform>%Ln entry of the history</numerusform>
            <numerusform>%Ln entries of the history</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordNotice</name>
    <message numerus="yes">
        <source>%n unit(s) lie there now. Nothing more will fit in.</source>
        <translation>
            <numerusform>%n unit lies there now. Nothing more will fit in.</numerusform>
            <numerusform>%n units lie there now. Nothing more will fit in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Goods of it lie in %n place(s). They stay there, but can no longer be reserved or shipped.</source>
        <translation>
            <numerusform>Goods of it lie in %n place. They stay there, but can no longer be reserved or shipped.</numerusform>
            <numerusform>Goods of it lie in %n places. They stay there, but can no longer be reserved or shipped.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is part of %n open order(s).</source>
        <translation>
            <numerusform>It is part of %n open order.</numerusform>
            <numerusform>It is part of %n open orders.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordText</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
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
    <name>tanaban::ui::ChipRow</name>
    <message numerus="yes">
        <source>%n more filter(s)</source>
        <translation>
            <numerusform>%n more filter</numerusform>
            <numerusform>%n more filters</numerusform>
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
    <name>tanaban::ui::HistoryBar</name>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln entry</numerusform>
            <numerusform>%Ln entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2 on %n day(s)</source>
        <comment>times of day</comment>
        <translation>
            <numerusform>%1 to %2 on %n day</numerusform>
            <numerusform>%1 to %2 on %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) of time</source>
        <translation>
            <numerusform>%n span of time</numerusform>
            <numerusform>%n spans of time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::LabelDialog</name>
    <message numerus="yes">
        <source>Selected: %Ln row(s)</source>
        <translation>
            <numerusform>Selected: %Ln row</numerusform>
            <numerusform>Selected: %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole list: %Ln row(s)</source>
        <translation>
            <numerusform>The whole list: %Ln row</numerusform>
            <numerusform>The whole list: %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) cannot be made.</source>
        <translation>
            <numerusform>%Ln label cannot be made.</numerusform>
            <numerusform>%Ln labels cannot be made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>%Ln label</numerusform>
            <numerusform>%Ln labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::MergeDialog</name>
    <message numerus="yes">
        <source>%n other field(s) do not clash; both changes are kept.</source>
        <translation>
            <numerusform>%n other field does not clash; both changes are kept.</numerusform>
            <numerusform>%n other fields do not clash; both changes are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::MovementDialog</name>
    <message numerus="yes">
        <source>⚠ %Ln line(s) do not add up.</source>
        <translation>
            <numerusform>⚠ %Ln line does not add up.</numerusform>
            <numerusform>⚠ %Ln lines do not add up.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) do not add up: the ledger is damaged. Run “tanabanctl verify”, and tell whoever looks after the database.</source>
        <translation>
            <numerusform>%Ln line does not add up: the ledger is damaged. Run “tanabanctl verify”, and tell whoever looks after the database.</numerusform>
            <numerusform>%Ln lines do not add up: the ledger is damaged. Run “tanabanctl verify”, and tell whoever looks after the database.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::PaperDialog</name>
    <message numerus="yes">
        <source>%Ln page(s) were saved as %1.</source>
        <translation>
            <numerusform>%Ln page was saved as %1.</numerusform>
            <numerusform>%Ln pages were saved as %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These are %Ln pages of paper. Print all of them?</source>
        <translation>
            <numerusform>This is %Ln page of paper. Print it?</numerusform>
            <numerusform>These are %Ln pages of paper. Print all of them?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Print %Ln page(s)</source>
        <translation>
            <numerusform>&amp;Print %Ln page</numerusform>
            <numerusform>&amp;Print %Ln pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) were sent to the printer %1.</source>
        <translation>
            <numerusform>%Ln page was sent to the printer %1.</numerusform>
            <numerusform>%Ln pages were sent to the printer %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::RestoreDialog</name>
    <message numerus="yes">
        <source>The open file has %Ln change(s) of stock that are later than the last one of the copy. Whoever goes on with the copy goes on without them; the open file keeps them.</source>
        <translation>
            <numerusform>The open file has %Ln change of stock that is later than the last one of the copy. Whoever goes on with the copy goes on without it; the open file keeps it.</numerusform>
            <numerusform>The open file has %Ln changes of stock that are later than the last one of the copy. Whoever goes on with the copy goes on without them; the open file keeps them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::SideBar</name>
    <message numerus="yes">
        <source>%n stock row(s)</source>
        <translation>
            <numerusform>%n stock row</numerusform>
            <numerusform>%n stock rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::TablePrintDialog</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln page</numerusform>
            <numerusform>%Ln pages</numerusform>
        </translation>
    </message>
</context>
</TS>
