<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>ClaimText</name>
    <message numerus="yes">
        <source>hold until %1 (%n second(s) left)</source>
        <translation>
            <numerusform>hold until %1 (%n second left)</numerusform>
            <numerusform>hold until %1 (%n seconds left)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hold until %1 (%n minute(s) left)</source>
        <translation>
            <numerusform>hold until %1 (%n minute left)</numerusform>
            <numerusform>hold until %1 (%n minutes left)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HolderText</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderText</name>
    <message numerus="yes">
        <source>%1 of %n line(s) allocated</source>
        <translation>
            <numerusform>%1 of %n line allocated</numerusform>
            <numerusform>%1 of %n lines allocated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all of %n line(s) shipped</source>
        <translation>
            <numerusform>all of %n line shipped</numerusform>
            <numerusform>all of %n lines shipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) as they were</source>
        <translation>
            <numerusform>%n line as it was</numerusform>
            <numerusform>%n lines as they were</numerusform>
        </translation>
    </message>
</context>
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
    <name>PickPages</name>
    <message numerus="yes">
        <source>%Ln stop(s)</source>
        <translation>
            <numerusform>%Ln stop</numerusform>
            <numerusform>%Ln stops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln place</numerusform>
            <numerusform>%Ln places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PickText</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanConflict</name>
    <message numerus="yes">
        <source>You want to allocate stock to %n order(s).</source>
        <translation>
            <numerusform>You want to allocate stock to %n order.</numerusform>
            <numerusform>You want to allocate stock to %n orders.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more change(s) are not listed here.</source>
        <translation>
            <numerusform>%n more change is not listed here.</numerusform>
            <numerusform>%n more changes are not listed here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) filled</source>
        <comment>of the orders</comment>
        <translation>
            <numerusform>%n line filled</numerusform>
            <numerusform>%n lines filled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partly</source>
        <comment>lines that are filled in part</comment>
        <translation>
            <numerusform>%n partly</numerusform>
            <numerusform>%n partly</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n short</source>
        <comment>lines that get nothing</comment>
        <translation>
            <numerusform>%n short</numerusform>
            <numerusform>%n short</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from several places</source>
        <comment>lines</comment>
        <translation>
            <numerusform>%n from several places</numerusform>
            <numerusform>%n from several places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) to visit</source>
        <translation>
            <numerusform>%n place to visit</numerusform>
            <numerusform>%n places to visit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stock is allocated for %1; %n line(s) still lack something.</source>
        <translation>
            <numerusform>Stock is allocated for %1; %n line still lacks something.</numerusform>
            <numerusform>Stock is allocated for %1; %n lines still lack something.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stock is set aside for %1 and waits for review; %n line(s) still lack something.</source>
        <translation>
            <numerusform>Stock is set aside for %1 and waits for review; %n line still lacks something.</numerusform>
            <numerusform>Stock is set aside for %1 and waits for review; %n lines still lack something.</numerusform>
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
    <name>Strategy</name>
    <message numerus="yes">
        <source>usable for %n day(s) after the due date</source>
        <translation>
            <numerusform>usable for %n day after the due date</numerusform>
            <numerusform>usable for %n days after the due date</numerusform>
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
    <name>tanaban::ui::ActionController</name>
    <message numerus="yes">
        <source>The allocation of %n order(s) is done.</source>
        <translation>
            <numerusform>The allocation of %n order is done.</numerusform>
            <numerusform>The allocation of %n orders is done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::AllocationBar</name>
    <message numerus="yes">
        <source>%Ln order(s) waiting</source>
        <translation>
            <numerusform>%Ln order waiting</numerusform>
            <numerusform>%Ln orders waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln order(s) waiting</source>
        <translation>
            <numerusform>%1 of %Ln order waiting</numerusform>
            <numerusform>%1 of %Ln orders waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review: %Ln line(s) wait</source>
        <translation>
            <numerusform>Review: %Ln line waits</numerusform>
            <numerusform>Review: %Ln lines wait</numerusform>
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
    <name>tanaban::ui::ClaimList</name>
    <message numerus="yes">
        <source>and %n more…</source>
        <translation>
            <numerusform>and %n more…</numerusform>
            <numerusform>and %n more…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ConfirmDialog</name>
    <message numerus="yes">
        <source>%1 of %n stop(s) ticked off.</source>
        <translation>
            <numerusform>%1 of %n stop ticked off.</numerusform>
            <numerusform>%1 of %n stops ticked off.</numerusform>
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
    <name>tanaban::ui::GiveBackDialog</name>
    <message numerus="yes">
        <source>Goods are set aside for %n line(s) of this order: %1.</source>
        <translation>
            <numerusform>Goods are set aside for %n line of this order: %1.</numerusform>
            <numerusform>Goods are set aside for %n lines of this order: %1.</numerusform>
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
    <name>tanaban::ui::OrderPanel</name>
    <message numerus="yes">
        <source>%n line(s) shipped</source>
        <translation>
            <numerusform>%n line shipped</numerusform>
            <numerusform>%n lines shipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) still lack goods</source>
        <translation>
            <numerusform>%n line still lacks goods</numerusform>
            <numerusform>%n lines still lack goods</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>and %n more line</numerusform>
            <numerusform>and %n more lines</numerusform>
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
    <name>tanaban::ui::PickListDialog</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
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
    <name>tanaban::ui::PlanModel</name>
    <message numerus="yes">
        <source>Passed over: %n</source>
        <comment>%n rows of stock</comment>
        <translation>
            <numerusform>Passed over: %n</numerusform>
            <numerusform>Passed over: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::PlanPanel</name>
    <message numerus="yes">
        <source>%Ln more line(s) come at the end of the list, as one goes there.</source>
        <translation>
            <numerusform>%Ln more line comes at the end of the list, as one goes there.</numerusform>
            <numerusform>%Ln more lines come at the end of the list, as one goes there.</numerusform>
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
    <name>tanaban::ui::ReviewDialog</name>
    <message numerus="yes">
        <source>Chosen: %n line(s) of order %1</source>
        <translation>
            <numerusform>Chosen: %n line of order %1</numerusform>
            <numerusform>Chosen: %n lines of order %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Agreed to %n line(s); they can be fetched now.</source>
        <translation>
            <numerusform>Agreed to %n line; it can be fetched now.</numerusform>
            <numerusform>Agreed to %n lines; they can be fetched now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were given back; the goods are free.</source>
        <translation>
            <numerusform>%n line was given back; the goods are free.</numerusform>
            <numerusform>%n lines were given back; the goods are free.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set aside for order %1: %n time(s)</source>
        <translation>
            <numerusform>Set aside for order %1: %n place</numerusform>
            <numerusform>Set aside for order %1: %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of one order wait for review</source>
        <translation>
            <numerusform>%n line of one order waits for review</numerusform>
            <numerusform>%n lines of one order wait for review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were given back.</source>
        <translation>
            <numerusform>%n line was given back.</numerusform>
            <numerusform>%n lines were given back.</numerusform>
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
<context>
    <name>tanaban::ui::ZonePriorities</name>
    <message numerus="yes">
        <source>%n orders get other stock, more or less.</source>
        <translation>
            <numerusform>%n order gets other stock, more or less.</numerusform>
            <numerusform>%n orders get other stock, more or less.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n zone priorities were saved.</source>
        <translation>
            <numerusform>%n zone priority was saved.</numerusform>
            <numerusform>%n zone priorities were saved.</numerusform>
        </translation>
    </message>
</context>
</TS>
