<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>AllocationReason</name>
    <message>
        <source>room temperature</source>
        <translation>常温</translation>
    </message>
    <message>
        <source>2–8 °C</source>
        <translation>2～8 °C</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>冷凍</translation>
    </message>
    <message>
        <source>needs %1, lies at: %2</source>
        <translation>%1が必要ですが、%2の場所にあります</translation>
    </message>
    <message>
        <source>quarantined</source>
        <translation>保留中</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>破損</translation>
    </message>
    <message>
        <source>the product or its place is out of use</source>
        <translation>商品または場所が使用停止です</translation>
    </message>
    <message>
        <source>expired on %1</source>
        <translation>%1 に期限切れ</translation>
    </message>
    <message>
        <source>expires on %1, too early for the order</source>
        <translation>期限 %1、この受注には早すぎます</translation>
    </message>
    <message>
        <source>another lot is asked for</source>
        <translation>別のロットが指定されています</translation>
    </message>
    <message>
        <source>the only one that can be taken</source>
        <translation>引き当てられる唯一の在庫</translation>
    </message>
    <message>
        <source>equal to others, received first</source>
        <translation>ほかと同じで、先に入庫</translation>
    </message>
    <message>
        <source>zone priority %1 comes first</source>
        <translation>ゾーンの優先度 %1 が先</translation>
    </message>
    <message>
        <source>no zone priority</source>
        <translation>ゾーンの優先度なし</translation>
    </message>
    <message>
        <source>expires first, on %1</source>
        <translation>期限が最も早い（%1）</translation>
    </message>
    <message>
        <source>never expires</source>
        <translation>期限なし</translation>
    </message>
    <message>
        <source>fewest places to go to</source>
        <translation>回る場所が最も少ない</translation>
    </message>
    <message>
        <source>equal to what is taken, but received or entered later</source>
        <translation>選んだ在庫と同じですが、入庫または登録が後です</translation>
    </message>
    <message>
        <source>zone priority %1 comes later</source>
        <translation>ゾーンの優先度 %1 は後</translation>
    </message>
    <message>
        <source>its zone has no priority and comes last</source>
        <translation>ゾーンに優先度がなく、最後です</translation>
    </message>
    <message>
        <source>older goods first (received on %1)</source>
        <translation>古い在庫が先です（入庫 %1）</translation>
    </message>
    <message>
        <source>what expires earlier comes first (this one: %1)</source>
        <translation>期限の早い在庫が先です（この行: %1）</translation>
    </message>
    <message>
        <source>what expires comes first, this never does</source>
        <translation>期限のある在庫が先です。これには期限がありません</translation>
    </message>
    <message>
        <source>it would be one more place to go to</source>
        <translation>回る場所が一つ増えます</translation>
    </message>
    <message>
        <source>the order takes from one warehouse, %1</source>
        <translation>この受注は一つの倉庫（%1）から取ります</translation>
    </message>
    <message>
        <source>the line takes from one lot only</source>
        <translation>この明細は一つのロットからだけ取ります</translation>
    </message>
    <message>
        <source>all of it is reserved</source>
        <translation>すべて引当済みです</translation>
    </message>
    <message>
        <source>goes to order %1, whose turn is earlier</source>
        <translation>順番が先の受注 %1 に回ります</translation>
    </message>
    <message>
        <source>was not found when picking</source>
        <translation>ピッキングで見つかりませんでした</translation>
    </message>
    <message>
        <source>is not needed</source>
        <translation>必要ありません</translation>
    </message>
    <message>
        <source>not enough for the whole, so nothing is taken</source>
        <translation>全部には足りないため、取りません</translation>
    </message>
    <message>
        <source>all of it is taken: %1</source>
        <translation>すべて押さえられています：%1</translation>
    </message>
    <message>
        <source>older than the next one, received on %1</source>
        <translation>次のものより古い（%1 入荷）</translation>
    </message>
    <message>
        <source>line %1 of this order takes it</source>
        <translation>この受注の明細 %1 が使います</translation>
    </message>
</context>
<context>
    <name>ClaimText</name>
    <message>
        <source>reserved by hand</source>
        <translation>手動の引当</translation>
    </message>
    <message>
        <source>%1 (waits for review)</source>
        <translation>%1（承認待ち）</translation>
    </message>
    <message>
        <source>hold until %1, which is over</source>
        <translation>%1 までの仮押さえ（時間切れ）</translation>
    </message>
    <message numerus="yes">
        <source>hold until %1 (%n second(s) left)</source>
        <translation>
            <numerusform>%1 までの仮押さえ（残り %n 秒）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hold until %1 (%n minute(s) left)</source>
        <translation>
            <numerusform>%1 までの仮押さえ（残り %n 分）</numerusform>
        </translation>
    </message>
    <message>
        <source>lacks %1</source>
        <translation>%1 不足</translation>
    </message>
    <message>
        <source>On hand %1 · reserved %2 · available %3</source>
        <translation>在庫 %1 · 引当 %2 · 引当可能 %3</translation>
    </message>
    <message>
        <source>lacks nothing</source>
        <comment>an order, after goods were passed on</comment>
        <translation>不足なし</translation>
    </message>
    <message>
        <source>%1 keeps %2 of %3 and then %4</source>
        <extracomment>%1 and %4 are orders; &quot;lacks 4&quot; is the end of each part</extracomment>
        <translation>%1 は %3 のうち %2 が残り、%4</translation>
    </message>
    <message>
        <source>%1 gets %2 and %3</source>
        <translation>%1 は %2 を受け取り、%3</translation>
    </message>
    <message>
        <source>This was reserved by hand. Release it in the place Stock, if it may go.</source>
        <translation>手動の引当です。手放してよければ「在庫」で引当を解除してください。</translation>
    </message>
    <message>
        <source>A hold is not taken away: it is confirmed, released, or runs out.</source>
        <translation>仮押さえは回せません。確定、解除、または時間切れを待ちます。</translation>
    </message>
    <message>
        <source>%1 has this already.</source>
        <translation>すでに %1 の分です。</translation>
    </message>
    <message>
        <source>%1 comes before %2: its priority is higher.</source>
        <translation>%1 は %2 より先です。優先順が上です。</translation>
    </message>
    <message>
        <source>%1 comes before %2: it is due earlier.</source>
        <translation>%1 は %2 より先です。納期が早いからです。</translation>
    </message>
    <message>
        <source>%1 comes before %2: it was written down earlier.</source>
        <translation>%1 は %2 より先です。先に登録されています。</translation>
    </message>
</context>
<context>
    <name>CommandRunner</name>
    <message>
        <source>The note of what is about to be sent could not be written on this computer, so nothing was sent. Is the disk full?</source>
        <translation>送信内容の控えをこのコンピューターに書き込めなかったため、何も送信していません。ディスクの空き容量を確認してください。</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>Stock changed</source>
        <translation>在庫が変わりました</translation>
    </message>
    <message>
        <source>It was called off; nothing was changed.</source>
        <translation>取りやめました。何も変わっていません。</translation>
    </message>
    <message>
        <source>Stock changed while you were working</source>
        <translation>作業中に在庫が変わりました</translation>
    </message>
    <message>
        <source>Nothing has been done yet. What you typed is kept.</source>
        <translation>まだ何も行っていません。入力した内容は残っています。</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>詳細(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Edit my request</source>
        <translation>内容を直す(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Refresh and retry</source>
        <translation>最新の在庫で実行(&amp;R)</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>技術的な詳細</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>It changed again while you were reading</source>
        <translation>確認中に在庫がまた変わりました</translation>
    </message>
</context>
<context>
    <name>ConflictText</name>
    <message>
        <source>lot %1</source>
        <translation>ロット %1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>no date</source>
        <comment>goods that do not expire</comment>
        <translation>期限なし</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>在庫数</translation>
    </message>
    <message>
        <source>Reserved</source>
        <comment>figure</comment>
        <translation>引当済</translation>
    </message>
    <message>
        <source>Available</source>
        <comment>figure</comment>
        <translation>引当可能</translation>
    </message>
    <message>
        <source>and one earlier change</source>
        <translation>ほかに以前の変更が1件</translation>
    </message>
    <message>
        <source>and %1 earlier changes</source>
        <translation>ほかに以前の変更が%1件</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>だれか</translation>
    </message>
    <message>
        <source>%1 opened this row</source>
        <translation>%1さんがこの行を作成</translation>
    </message>
    <message>
        <source>%1 received %2</source>
        <translation>%1さんが %2 を入庫</translation>
    </message>
    <message>
        <source>%1 reserved %2 for order %3</source>
        <translation>%1さんが受注 %3 に %2 を引当</translation>
    </message>
    <message>
        <source>%1 reserved %2</source>
        <translation>%1さんが %2 を引当</translation>
    </message>
    <message>
        <source>%1 released %2 of order %3</source>
        <translation>%1さんが受注 %3 の引当 %2 を解除</translation>
    </message>
    <message>
        <source>%1 released %2</source>
        <translation>%1さんが引当 %2 を解除</translation>
    </message>
    <message>
        <source>%1 shipped %2 for order %3</source>
        <translation>%1さんが受注 %3 の %2 を出荷</translation>
    </message>
    <message>
        <source>%1 shipped %2</source>
        <translation>%1さんが %2 を出荷</translation>
    </message>
    <message>
        <source>%1 moved %2 to another place</source>
        <translation>%1さんが %2 を別の場所へ移動</translation>
    </message>
    <message>
        <source>%1 moved %2 here</source>
        <translation>%1さんが %2 をここへ移動</translation>
    </message>
    <message>
        <source>%1 corrected the stock down by %2</source>
        <translation>%1さんが在庫を %2 減らして調整</translation>
    </message>
    <message>
        <source>%1 corrected the stock up by %2</source>
        <translation>%1さんが在庫を %2 増やして調整</translation>
    </message>
    <message>
        <source>%1 gave %2 another status</source>
        <translation>%1さんが %2 を別の状態に変更</translation>
    </message>
    <message>
        <source>%1 gave %2 this status</source>
        <translation>%1さんが %2 をこの状態に変更</translation>
    </message>
    <message>
        <source>%1 put a hold on %2 for order %3</source>
        <translation>%1さんが受注 %3 のため %2 を仮押さえ</translation>
    </message>
    <message>
        <source>%1 put a hold on %2</source>
        <translation>%1さんが %2 を仮押さえ</translation>
    </message>
    <message>
        <source>%1 confirmed a hold for order %2</source>
        <translation>%1さんが受注 %2 の仮押さえを確定</translation>
    </message>
    <message>
        <source>%1 confirmed a hold</source>
        <translation>%1さんが仮押さえを確定</translation>
    </message>
    <message>
        <source>A hold on %1 ran out</source>
        <translation>%1 の仮押さえが時間切れ</translation>
    </message>
    <message>
        <source>%1 (“%2”)</source>
        <translation>%1（「%2」）</translation>
    </message>
    <message>
        <source>You want to receive %1 in %2.</source>
        <translation>%2 に %1 を入庫しようとしています。</translation>
    </message>
    <message>
        <source>You want to reserve %1.</source>
        <translation>%1 を引き当てようとしています。</translation>
    </message>
    <message>
        <source>You want to release %1.</source>
        <translation>%1 の引当を解除しようとしています。</translation>
    </message>
    <message>
        <source>You want to ship %1.</source>
        <translation>%1 を出荷しようとしています。</translation>
    </message>
    <message>
        <source>You want to move %1 to %2.</source>
        <translation>%1 を %2 へ移動しようとしています。</translation>
    </message>
    <message>
        <source>You want to correct the stock by %1 (“%2”).</source>
        <translation>在庫を %1 調整しようとしています（「%2」）。</translation>
    </message>
    <message>
        <source>You want to change the status of %1 to %2 (“%3”).</source>
        <translation>%1 の状態を「%2」に変えようとしています（「%3」）。</translation>
    </message>
    <message>
        <source>This row has changed.</source>
        <translation>この行が変わりました。</translation>
    </message>
    <message>
        <source>%1 → %2 available</source>
        <translation>引当可能 %1 → %2</translation>
    </message>
    <message>
        <source>%1 → %2 on hand</source>
        <translation>在庫数 %1 → %2</translation>
    </message>
    <message>
        <source>changed and changed back</source>
        <translation>変更され、元に戻りました</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>what changed, who did it, when</comment>
        <translation>%1（%2さん、%3）</translation>
    </message>
    <message>
        <source>Reserved by hand</source>
        <translation>手動の引当</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Product in use</source>
        <translation>商品の使用</translation>
    </message>
    <message>
        <source>Place in use</source>
        <translation>場所の使用</translation>
    </message>
    <message>
        <source>You want to receive %1 in %2 rows.</source>
        <translation>%2 行に %1 を入庫しようとしています。</translation>
    </message>
    <message>
        <source>You want to reserve %1 in %2 rows.</source>
        <translation>%2 行の %1 を引き当てようとしています。</translation>
    </message>
    <message>
        <source>You want to release %1 in %2 rows.</source>
        <translation>%2 行の %1 の引当を解除しようとしています。</translation>
    </message>
    <message>
        <source>You want to ship %1 from %2 rows.</source>
        <translation>%2 行から %1 を出荷しようとしています。</translation>
    </message>
    <message>
        <source>You want to move %1 from %2 rows to %3.</source>
        <translation>%2 行の %1 を %3 へ移動しようとしています。</translation>
    </message>
    <message>
        <source>You want to correct %2 rows by %1 in all (“%3”).</source>
        <translation>%2 行を合わせて %1 調整しようとしています（「%3」）。</translation>
    </message>
    <message>
        <source>You want to change the status of %1 in %2 rows to %3 (“%4”).</source>
        <translation>%2 行の %1 の状態を「%3」に変えようとしています（「%4」）。</translation>
    </message>
    <message>
        <source>You want to undo your last change.</source>
        <translation>直前の変更を元に戻そうとしています。</translation>
    </message>
    <message>
        <source>%1 passed goods on to another order</source>
        <translation>%1 が別の受注に回しました</translation>
    </message>
</context>
<context>
    <name>CopyText</name>
    <message>
        <source>It could not be written: %1. Choose another folder, and look whether there is room on the disk.</source>
        <translation>書き込めませんでした：%1。別のフォルダーを選び、ディスクに空きがあるか確かめてください。</translation>
    </message>
</context>
<context>
    <name>DatabaseUrl</name>
    <message>
        <source>A password must not stand in the address, where others can read it. Leave it out: it is asked for, or taken from libpq&apos;s password file (~/.pgpass, or the file that PGPASSFILE names).</source>
        <translation>アドレスにパスワードを書くと他の人に見えてしまいます。パスワードは省いてください。必要なときに尋ねるか、libpq のパスワードファイル（~/.pgpass または PGPASSFILE で指定したファイル）から読み取ります。</translation>
    </message>
    <message>
        <source>“%1” contains characters that cannot be part of a database address.</source>
        <translation>「%1」には、データベースのアドレスに使えない文字が含まれています。</translation>
    </message>
    <message>
        <source>“%1” is not the name of a server.</source>
        <translation>「%1」はサーバー名ではありません。</translation>
    </message>
    <message>
        <source>“%1” is not a port: 1 to 65535 are possible.</source>
        <translation>「%1」はポート番号ではありません。1 から 65535 までが使えます。</translation>
    </message>
    <message>
        <source>The option “%1” is not known. Possible are sslmode, sslrootcert, connect_timeout and target_session_attrs.</source>
        <translation>オプション「%1」は使えません。使えるのは sslmode、sslrootcert、connect_timeout、target_session_attrs です。</translation>
    </message>
    <message>
        <source>The option “%1” needs a value.</source>
        <translation>オプション「%1」には値が必要です。</translation>
    </message>
    <message>
        <source>The option “%1” is given twice.</source>
        <translation>オプション「%1」が二度指定されています。</translation>
    </message>
    <message>
        <source>The name of the database is missing: postgresql://user@host/database</source>
        <translation>データベース名がありません: postgresql://user@host/database</translation>
    </message>
    <message>
        <source>The database address contains characters that cannot be seen.</source>
        <translation>データベースのアドレスに目に見えない文字が含まれています。</translation>
    </message>
    <message>
        <source>The path of the file is missing: sqlite:PATH</source>
        <translation>ファイルのパスがありません: sqlite:PATH</translation>
    </message>
    <message>
        <source>“%1” is not a database address. It is sqlite:PATH or postgresql://user@host/database.</source>
        <translation>「%1」はデータベースのアドレスではありません。sqlite:PATH または postgresql://user@host/database の形で指定します。</translation>
    </message>
</context>
<context>
    <name>DomainError</name>
    <message>
        <source>You asked for %3, but only %4 are available. Ask for less, or choose other stock of this product.</source>
        <extracomment>%1 what the rule is about, %2 a second name or date, %3 the quantity asked for, %4 the quantity that is possible, %5 the smallest quantity of the product, %6 the greatest quantity of a line</extracomment>
        <translation>%3 の指定に対し、引当可能なのは %4 だけです。数量を減らすか、この商品の別の在庫を選んでください。</translation>
    </message>
    <message>
        <source>Less is available than you asked for. Ask for less, or choose other stock of this product.</source>
        <translation>引当可能な数量が足りません。数量を減らすか、この商品の別の在庫を選んでください。</translation>
    </message>
    <message>
        <source>You asked to release %3, but only %4 can be released here. What is reserved for an order is released with its allocation.</source>
        <translation>解除 %3 の指定に対し、ここで解除できるのは %4 だけです。受注への引当は、その引当ごとに解除します。</translation>
    </message>
    <message>
        <source>More would be released than is reserved by hand. What is reserved for an order is released with its allocation.</source>
        <translation>手動引当より多い数量は解除できません。受注への引当は、その引当ごとに解除します。</translation>
    </message>
    <message>
        <source>You asked to ship %3, but only %4 are reserved for it. Reserve the goods first, then ship them.</source>
        <translation>出荷 %3 の指定に対し、引当済は %4 だけです。先に引き当ててから出荷してください。</translation>
    </message>
    <message>
        <source>Only reserved goods can be shipped. Reserve them first, then ship them.</source>
        <translation>出荷できるのは引当済の商品だけです。先に引き当ててから出荷してください。</translation>
    </message>
    <message>
        <source>%1 cannot be stored in this zone: it is for goods that are kept %2. Choose a zone with the storage condition of the product.</source>
        <translation>%1 はこのゾーンに置けません。このゾーンは%2の商品用です。商品の保管条件に合うゾーンを選んでください。</translation>
    </message>
    <message>
        <source>The zone has another storage condition than the product. Choose a zone with the storage condition of the product.</source>
        <translation>ゾーンの保管条件が商品と異なります。商品の保管条件に合うゾーンを選んでください。</translation>
    </message>
    <message>
        <source>Zone %1 has room for %4 more whole units, and %3 would be needed. Choose another zone or a smaller quantity.</source>
        <translation>ゾーン %1 の空きはあと %4 単位ですが、%3 必要です。別のゾーンを選ぶか、数量を減らしてください。</translation>
    </message>
    <message>
        <source>The zone does not have enough room. Choose another zone or a smaller quantity.</source>
        <translation>ゾーンの空きが足りません。別のゾーンを選ぶか、数量を減らしてください。</translation>
    </message>
    <message>
        <source>Lot %1 could be used until %2 and has expired. Choose another lot; expired goods can be moved, or written off with an adjustment.</source>
        <translation>ロット %1 の期限は %2 までで、期限切れです。別のロットを選んでください。期限切れの商品は移動するか、数量調整で廃棄できます。</translation>
    </message>
    <message>
        <source>These goods have expired. Choose another lot; expired goods can be moved, or written off with an adjustment.</source>
        <translation>この商品は期限切れです。別のロットを選んでください。期限切れの商品は移動するか、数量調整で廃棄できます。</translation>
    </message>
    <message>
        <source>This stock of %1 is %2 and can be neither reserved nor shipped. Choose other stock, or change its status first.</source>
        <translation>%1 のこの在庫は「%2」のため、引当も出荷もできません。別の在庫を選ぶか、先に状態を変更してください。</translation>
    </message>
    <message>
        <source>This stock can be neither reserved nor shipped. Choose other stock, or change its status first.</source>
        <translation>この在庫は引当も出荷もできません。別の在庫を選ぶか、先に状態を変更してください。</translation>
    </message>
    <message>
        <source>%1 is no longer in use. Choose another one, or have it put back into use.</source>
        <translation>%1 は現在使われていません。別のものを選ぶか、使用を再開してもらってください。</translation>
    </message>
    <message>
        <source>This is no longer in use. Choose another one, or have it put back into use.</source>
        <translation>現在使われていません。別のものを選ぶか、使用を再開してもらってください。</translation>
    </message>
    <message>
        <source>%1 is counted in steps of %5. Type the quantity with fewer decimals.</source>
        <translation>%1 は %5 きざみで数えます。小数の桁を減らしてください。</translation>
    </message>
    <message>
        <source>The quantity has too many decimals for this product. Type it with fewer.</source>
        <translation>この商品には小数の桁が多すぎます。桁を減らしてください。</translation>
    </message>
    <message>
        <source>“%2” is not a quantity. Type a number such as 12.</source>
        <translation>「%2」は数量ではありません。12 のような数を入力してください。</translation>
    </message>
    <message>
        <source>This is not a quantity. Type a number such as 12.</source>
        <translation>数量ではありません。12 のような数を入力してください。</translation>
    </message>
    <message>
        <source>The quantity must be at least %5 and at most %6. Correct the quantity.</source>
        <translation>数量は %5 以上 %6 以下にしてください。</translation>
    </message>
    <message>
        <source>There is no stock with the number %1. Look for it in the list again.</source>
        <translation>番号 %1 の在庫はありません。一覧で探し直してください。</translation>
    </message>
    <message>
        <source>This stock is not there. Look for it in the list again.</source>
        <translation>この在庫はありません。一覧で探し直してください。</translation>
    </message>
    <message>
        <source>There is no product %1. Check the code or scan it again.</source>
        <translation>商品 %1 はありません。コードを確かめるか、もう一度読み取ってください。</translation>
    </message>
    <message>
        <source>There is no such product. Check the code or scan it again.</source>
        <translation>その商品はありません。コードを確かめるか、もう一度読み取ってください。</translation>
    </message>
    <message>
        <source>There is no place %1. Check warehouse, zone and bin.</source>
        <translation>場所 %1 はありません。倉庫・ゾーン・棚番を確かめてください。</translation>
    </message>
    <message>
        <source>There is no such place. Check warehouse, zone and bin.</source>
        <translation>その場所はありません。倉庫・ゾーン・棚番を確かめてください。</translation>
    </message>
    <message>
        <source>There is no allocation %1 of this stock. Look for it in the list again.</source>
        <translation>この在庫に引当 %1 はありません。一覧で探し直してください。</translation>
    </message>
    <message>
        <source>There is no such allocation. Look for it in the list again.</source>
        <translation>その引当はありません。一覧で探し直してください。</translation>
    </message>
    <message>
        <source>There is no order %1. Check the number.</source>
        <translation>受注 %1 はありません。番号を確かめてください。</translation>
    </message>
    <message>
        <source>There is no such order. Check the number.</source>
        <translation>その受注はありません。番号を確かめてください。</translation>
    </message>
    <message>
        <source>%1 is not among the people who may work here. Ask a supervisor.</source>
        <translation>%1 はここで作業できる担当者ではありません。責任者に相談してください。</translation>
    </message>
    <message>
        <source>You are not among the people who may work here. Ask a supervisor.</source>
        <translation>ここで作業できる担当者に登録されていません。責任者に相談してください。</translation>
    </message>
    <message>
        <source>The goods are already there: %1. Choose something else.</source>
        <translation>商品はすでにそこにあります: %1。別の場所や状態を選んでください。</translation>
    </message>
    <message>
        <source>The goods are already there. Choose something else.</source>
        <translation>商品はすでにそこにあります。別の場所や状態を選んでください。</translation>
    </message>
    <message>
        <source>“%1” cannot be used: 1 to 50 printable characters without a space at either end are needed. Correct it.</source>
        <translation>「%1」は使えません。前後に空白のない 1～50 文字で入力してください。</translation>
    </message>
    <message>
        <source>This cannot be used: 1 to 50 printable characters without a space at either end are needed. Correct it.</source>
        <translation>この値は使えません。前後に空白のない 1～50 文字で入力してください。</translation>
    </message>
    <message>
        <source>Lot %1 is known with another expiry date: %2. Check the label; goods with another date need another lot.</source>
        <translation>ロット %1 は別の期限（%2）で登録されています。ラベルを確かめてください。期限の違う商品は別のロットにします。</translation>
    </message>
    <message>
        <source>The lot is known with another expiry date, or with none. Check the label; goods with another date need another lot.</source>
        <translation>このロットは別の期限、または期限なしで登録されています。ラベルを確かめてください。期限の違う商品は別のロットにします。</translation>
    </message>
    <message>
        <source>Order line %1 would get more than was ordered. Take less.</source>
        <translation>受注明細 %1 が受注数を超えます。数量を減らしてください。</translation>
    </message>
    <message>
        <source>The order line would get more than was ordered. Take less.</source>
        <translation>受注明細が受注数を超えます。数量を減らしてください。</translation>
    </message>
    <message>
        <source>Order %1 is not open. Only open orders get goods.</source>
        <translation>受注 %1 は受付中ではありません。引き当てられるのは受付中の受注だけです。</translation>
    </message>
    <message>
        <source>The order is not open. Only open orders get goods.</source>
        <translation>この受注は受付中ではありません。引き当てられるのは受付中の受注だけです。</translation>
    </message>
    <message>
        <source>This needs a reason. Type in a few words why.</source>
        <translation>理由が必要です。短く入力してください。</translation>
    </message>
    <message>
        <source>This command number was used for something else. Start again; nothing was changed.</source>
        <translation>この処理番号は別の処理に使われています。やり直してください。何も変更していません。</translation>
    </message>
    <message>
        <source>This was given up before and did not happen. Start again if it is still wanted.</source>
        <translation>これは以前に取りやめられ、実行されていません。必要ならやり直してください。</translation>
    </message>
    <message>
        <source>The time of this hold is over. Hold or reserve the goods again.</source>
        <translation>仮押さえの期限が過ぎています。仮押さえか引当をやり直してください。</translation>
    </message>
    <message>
        <source>This hold was ended before. Look at the list again.</source>
        <translation>この仮押さえはすでに終わっています。一覧を確かめてください。</translation>
    </message>
    <message>
        <source>Your role does not allow this. Ask somebody who may do it.</source>
        <translation>あなたの権限ではできません。権限のある人に頼んでください。</translation>
    </message>
    <message>
        <source>The program asked for something that is not permitted (%1). Nothing was changed; please report it.</source>
        <translation>許されていない処理が要求されました（%1）。何も変更していません。お手数ですが報告してください。</translation>
    </message>
    <message>
        <source>The program asked for something that is not permitted. Nothing was changed; please report it.</source>
        <translation>許されていない処理が要求されました。何も変更していません。お手数ですが報告してください。</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another code, or open the one that exists.</source>
        <translation>%1 はすでにあります。別のコードにするか、既存のものを開いてください。</translation>
    </message>
    <message>
        <source>This exists already. Choose another code, or open the one that exists.</source>
        <translation>すでにあります。別のコードにするか、既存のものを開いてください。</translation>
    </message>
    <message>
        <source>%1 does not exist. Check the code.</source>
        <translation>%1 はありません。コードを確かめてください。</translation>
    </message>
    <message>
        <source>This does not exist. Check the code.</source>
        <translation>ありません。コードを確かめてください。</translation>
    </message>
    <message>
        <source>The database refused this: %2. Nothing was changed.</source>
        <translation>データベースが受け付けませんでした: %2。何も変更していません。</translation>
    </message>
    <message>
        <source>The database refused this. Nothing was changed.</source>
        <translation>データベースが受け付けませんでした。何も変更していません。</translation>
    </message>
    <message>
        <source>This data can only be looked at, because it belongs to a newer or older program. Use the matching program to change it.</source>
        <translation>このデータは新しい、または古い版のプログラムのもののため、閲覧しかできません。変更するには対応する版を使ってください。</translation>
    </message>
    <message>
        <source>at room temperature</source>
        <translation>常温</translation>
    </message>
    <message>
        <source>refrigerated</source>
        <translation>冷蔵</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>冷凍</translation>
    </message>
    <message>
        <source>available</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>quarantined</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>破損</translation>
    </message>
    <message>
        <source>This cannot be undone. Correct it with a new entry.</source>
        <translation>これは元に戻せません。新しい入力で訂正してください。</translation>
    </message>
    <message>
        <source>This was done more than ten minutes ago and can no longer be undone. Correct it with a new entry.</source>
        <translation>十分以上前のことなので、もう元に戻せません。新しい入力で訂正してください。</translation>
    </message>
    <message>
        <source>This has been undone already.</source>
        <translation>すでに元に戻しています。</translation>
    </message>
    <message>
        <source>The stock has gone on since: of the %3 to be taken back only %4 are still there and free. Correct it with a new entry.</source>
        <translation>その後に在庫が動きました。戻すべき %3 のうち、残っていて空いているのは %4 だけです。新しい入力で訂正してください。</translation>
    </message>
    <message>
        <source>The stock has gone on since, so this can no longer be undone. Correct it with a new entry.</source>
        <translation>その後に在庫が動いたので、もう元に戻せません。新しい入力で訂正してください。</translation>
    </message>
    <message>
        <source>The same stock would be changed twice. Do one after the other.</source>
        <translation>同じ在庫を二度変えることになります。一つずつ行ってください。</translation>
    </message>
    <message>
        <source>This is needed. Fill it in.</source>
        <translation>必要な項目です。入力してください。</translation>
    </message>
    <message>
        <source>Up to 200 printable characters without a space at either end can be used here. Correct it.</source>
        <translation>前後に空白のない、200 文字までの表示できる文字が使えます。直してください。</translation>
    </message>
    <message>
        <source>The code of a warehouse has 2 to 50 characters: A to Z, 0 to 9 and hyphens. Correct it.</source>
        <translation>倉庫コードは 2～50 文字で、A～Z、0～9、ハイフンが使えます。直してください。</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. One is for instance Asia/Tokyo.</source>
        <translation>「%1」という時間帯はありません。例：Asia/Tokyo</translation>
    </message>
    <message>
        <source>There is no such time zone. One is for instance Asia/Tokyo.</source>
        <translation>そのような時間帯はありません。例：Asia/Tokyo</translation>
    </message>
    <message>
        <source>A whole number from %3 to %4 is needed here.</source>
        <translation>%3 から %4 までの整数を入力してください。</translation>
    </message>
    <message>
        <source>This number cannot be used here. Correct it.</source>
        <translation>この数は使えません。直してください。</translation>
    </message>
    <message>
        <source>Goods still lie in %1. Move or ship them first; only an empty place can be taken out of use.</source>
        <translation>%1 にまだ在庫があります。先に移動か出荷をしてください。使用停止にできるのは空の場所だけです。</translation>
    </message>
    <message>
        <source>Goods still lie there. Move or ship them first; only an empty place can be taken out of use.</source>
        <translation>まだ在庫があります。先に移動か出荷をしてください。使用停止にできるのは空の場所だけです。</translation>
    </message>
    <message>
        <source>What %1 belongs to is not in use. Put that back into use first.</source>
        <translation>%1 の属する場所が使用停止です。先にそちらを使用中に戻してください。</translation>
    </message>
    <message>
        <source>What it belongs to is not in use. Put that back into use first.</source>
        <translation>属する場所が使用停止です。先にそちらを使用中に戻してください。</translation>
    </message>
    <message>
        <source>How finely %1 is counted is fixed, because it has stock or orders. Goods that are counted otherwise are another product.</source>
        <translation>%1 には在庫か受注があるので、数える細かさは変えられません。数え方が違うものは別の商品にしてください。</translation>
    </message>
    <message>
        <source>How finely it is counted is fixed, because it has stock or orders. Goods that are counted otherwise are another product.</source>
        <translation>在庫か受注があるので、数える細かさは変えられません。数え方が違うものは別の商品にしてください。</translation>
    </message>
    <message>
        <source>The storage condition of %1 is fixed, because goods were kept with it. Another condition needs a new one.</source>
        <translation>%1 には在庫を置いたことがあるので、保管条件は変えられません。別の条件には新しく作ってください。</translation>
    </message>
    <message>
        <source>The storage condition is fixed, because goods were kept with it. Another condition needs a new one.</source>
        <translation>在庫を置いたことがあるので、保管条件は変えられません。別の条件には新しく作ってください。</translation>
    </message>
    <message>
        <source>%1 is the last administrator. Make somebody else an administrator first.</source>
        <translation>%1 は最後の管理者です。先にほかの人を管理者にしてください。</translation>
    </message>
    <message>
        <source>This is the last administrator. Make somebody else an administrator first.</source>
        <translation>最後の管理者です。先にほかの人を管理者にしてください。</translation>
    </message>
    <message>
        <source>Nobody changes their own role or takes themselves out of use. Ask another administrator.</source>
        <translation>自分の役割の変更や使用停止はできません。ほかの管理者に頼んでください。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>Which row of several, then what is wrong with it.</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The data is damaged: %2. Nothing was changed. Make a copy of it as it is, then restore the last backup.</source>
        <translation>データが壊れています（%2）。何も変更していません。今の状態のまま複製を取り、最後のバックアップから復元してください。</translation>
    </message>
    <message>
        <source>The data is damaged. Nothing was changed. Make a copy of it as it is, then restore the last backup.</source>
        <translation>データが壊れています。何も変更していません。今の状態のまま複製を取り、最後のバックアップから復元してください。</translation>
    </message>
    <message>
        <source>Order %1 is completed or cancelled and stays as it is. Make a new order.</source>
        <translation>受注 %1 は完了または取り消されているため変更できません。新しい受注を作ってください。</translation>
    </message>
    <message>
        <source>The order is completed or cancelled and stays as it is. Make a new order.</source>
        <translation>この受注は完了または取り消されているため変更できません。新しい受注を作ってください。</translation>
    </message>
    <message>
        <source>A new order is a draft or open. Choose one of them.</source>
        <translation>新しい受注は下書きか受付中です。どちらかを選んでください。</translation>
    </message>
    <message>
        <source>Goods are set aside for order %1. Ship or release them first.</source>
        <translation>受注 %1 には引き当てられた在庫があります。先に出荷するか引当を解除してください。</translation>
    </message>
    <message>
        <source>Goods are set aside for the order. Ship or release them first.</source>
        <translation>この受注には引き当てられた在庫があります。先に出荷するか引当を解除してください。</translation>
    </message>
    <message>
        <source>The disk under the database is full. Nothing was changed. Make room on it, then try again.</source>
        <translation>データベースのあるディスクがいっぱいです。何も変更されていません。空きを作ってから、もう一度行ってください。</translation>
    </message>
    <message>
        <source>Goods of order %1 were sent already, so it cannot be a draft again. Leave it open, or cancel it.</source>
        <translation>受注 %1 の商品はもう一部が出庫されたため、下書きには戻せません。受付中のままにするか、取り消してください。</translation>
    </message>
    <message>
        <source>Order %1 is filled whole or not at all, and something stays short. Fill every line, or choose another strategy.</source>
        <translation>受注 %1 は全部そろうときだけ引き当てます。足りない明細があります。すべての明細を満たすか、別の方針を選んでください。</translation>
    </message>
    <message>
        <source>Line %1 is filled whole or not at all. Fill it, or choose another strategy.</source>
        <translation>明細 %1 は全量がそろうときだけ引き当てます。全量にするか、別の方針を選んでください。</translation>
    </message>
    <message>
        <source>Order %1 takes its goods from one warehouse only. Take them there, or choose another strategy.</source>
        <translation>受注 %1 は一つの倉庫だけから引き当てます。その倉庫から取るか、別の方針を選んでください。</translation>
    </message>
    <message>
        <source>Line %1 takes its goods from one lot only. Take them of that, or choose another strategy.</source>
        <translation>明細 %1 は一つのロットだけから引き当てます。そのロットから取るか、別の方針を選んでください。</translation>
    </message>
    <message>
        <source>Goods of the order were sent already, so it cannot be a draft again. Leave it open, or cancel it.</source>
        <translation>この受注の商品はもう一部が出庫されたため、下書きには戻せません。受付中のままにするか、取り消してください。</translation>
    </message>
    <message>
        <source>The order is filled whole or not at all, and something stays short. Fill every line, or choose another strategy.</source>
        <translation>この受注は全部そろうときだけ引き当てます。足りない明細があります。すべての明細を満たすか、別の方針を選んでください。</translation>
    </message>
    <message>
        <source>The line is filled whole or not at all. Fill it, or choose another strategy.</source>
        <translation>この明細は全量がそろうときだけ引き当てます。全量にするか、別の方針を選んでください。</translation>
    </message>
    <message>
        <source>The order takes its goods from one warehouse only. Take them there, or choose another strategy.</source>
        <translation>この受注は一つの倉庫だけから引き当てます。その倉庫から取るか、別の方針を選んでください。</translation>
    </message>
    <message>
        <source>The line takes its goods from one lot only. Take them of that, or choose another strategy.</source>
        <translation>この明細は一つのロットだけから引き当てます。そのロットから取るか、別の方針を選んでください。</translation>
    </message>
</context>
<context>
    <name>Effect</name>
    <message>
        <source>Not possible: only %1 available.</source>
        <translation>実行できません: 引当可能なのは %1 だけです。</translation>
    </message>
    <message>
        <source>Not possible: nothing is available.</source>
        <translation>実行できません: 引当可能な在庫がありません。</translation>
    </message>
    <message>
        <source>Not possible: only %1 reserved by hand.</source>
        <translation>実行できません: 手動の引当は %1 だけです。</translation>
    </message>
    <message>
        <source>Not possible: nothing is reserved by hand.</source>
        <translation>実行できません: 手動の引当がありません。</translation>
    </message>
    <message>
        <source>Not possible: only %1 reserved for it.</source>
        <translation>実行できません: 引当済みなのは %1 だけです。</translation>
    </message>
    <message>
        <source>Not possible: nothing is reserved for it.</source>
        <translation>実行できません: 引当がありません。</translation>
    </message>
    <message>
        <source>Not possible: %1</source>
        <translation>実行できません: %1</translation>
    </message>
    <message>
        <source>%1 will lie there.</source>
        <translation>そこの在庫は %1 になります。</translation>
    </message>
    <message>
        <source>%1 of %2 remain available.</source>
        <translation>引当可能は %2 のうち %1 残ります。</translation>
    </message>
    <message>
        <source>%1 will be available (%2 now).</source>
        <translation>引当可能は %1 になります（現在 %2）。</translation>
    </message>
    <message>
        <source>%1 remain on hand, %2 of them available.</source>
        <translation>在庫は %1 残り、うち %2 が引当可能です。</translation>
    </message>
    <message>
        <source>%1 remain here, %2 will lie there.</source>
        <translation>ここに %1 残り、移動先は %2 になります。</translation>
    </message>
    <message>
        <source>%1 will be on hand (%2 now).</source>
        <translation>在庫は %1 になります（現在 %2）。</translation>
    </message>
    <message>
        <source>%1 become “%2”, %3 remain as they are.</source>
        <translation>%1 が「%2」になり、%3 はそのまま残ります。</translation>
    </message>
    <message>
        <source>Not possible: this stock is no longer there.</source>
        <translation>実行できません: この在庫はもうありません。</translation>
    </message>
    <message>
        <source>Not possible in %1 of %2 rows, so nothing would be done.</source>
        <translation>%2 行のうち %1 行でできないので、何も行いません。</translation>
    </message>
    <message>
        <source>All %1 rows can be done as you asked.</source>
        <translation>%1 行すべて、頼んだとおりにできます。</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>中止しました。ファイルは書き出していません。</translation>
    </message>
    <message>
        <source>A file of this kind holds at most %1 rows. Choose CSV, or show fewer rows. No file was written.</source>
        <translation>この形式のファイルに入るのは %1 行までです。CSV を選ぶか、表示する行を減らしてください。ファイルは書き出していません。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Choose another folder or make room, then try again.</source>
        <translation>%1 に書き込めませんでした：%2。別のフォルダーを選ぶか空き容量を増やして、もう一度試してください。</translation>
    </message>
    <message>
        <source>The database gave no answer: %1. No file was written; try again.</source>
        <translation>データベースから応答がありません：%1。ファイルは書き出していません。もう一度試してください。</translation>
    </message>
</context>
<context>
    <name>FormText</name>
    <message>
        <source>Received %1 of %2 in %3.</source>
        <translation>%2 を %1、%3 に入庫しました。</translation>
    </message>
    <message>
        <source>Reserved %1 of %2.</source>
        <translation>%2 を %1 引き当てました。</translation>
    </message>
    <message>
        <source>Released %1 of %2.</source>
        <translation>%2 の引当 %1 を解除しました。</translation>
    </message>
    <message>
        <source>Shipped %1 of %2.</source>
        <translation>%2 を %1 出荷しました。</translation>
    </message>
    <message>
        <source>Moved %1 of %2 to %3.</source>
        <translation>%2 を %1、%3 へ移動しました。</translation>
    </message>
    <message>
        <source>Corrected %2 by %1.</source>
        <translation>%2 の在庫を %1 調整しました。</translation>
    </message>
    <message>
        <source>%1 of %2 are now “%3”.</source>
        <translation>%2 の %1 を「%3」にしました。</translation>
    </message>
    <message>
        <source>%1 %2 available now.</source>
        <comment>what was done, then what is available</comment>
        <translation>%1現在の引当可能は %2 です。</translation>
    </message>
    <message>
        <source>%1 Meanwhile it was changed once by others.</source>
        <translation>%1その間に、ほかの人が1回変更しました。</translation>
    </message>
    <message>
        <source>%1 Meanwhile it was changed %2 times by others.</source>
        <translation>%1その間に、ほかの人が%2回変更しました。</translation>
    </message>
    <message>
        <source>Somebody else is changing this just now. Nothing was changed; try again.</source>
        <translation>ほかの人がちょうど変更中です。何も変更していません。もう一度お試しください。</translation>
    </message>
    <message>
        <source>%1 is changing this just now. Nothing was changed; try again.</source>
        <translation>%1さんがちょうど変更中です。何も変更していません。もう一度お試しください。</translation>
    </message>
    <message>
        <source>The database cannot be reached. Nothing was changed; try again.</source>
        <translation>データベースに接続できません。何も変更していません。もう一度お試しください。</translation>
    </message>
    <message>
        <source>The database is busy. Nothing was changed; try again.</source>
        <translation>データベースが混み合っています。何も変更していません。もう一度お試しください。</translation>
    </message>
    <message>
        <source>You may not see this. Ask somebody who may.</source>
        <translation>これを見る権限がありません。権限のある人に依頼してください。</translation>
    </message>
    <message>
        <source>This could not be read: %1. Nothing was changed.</source>
        <translation>読み込めませんでした: %1。何も変更していません。</translation>
    </message>
    <message>
        <source>This is not a number. Sums such as 12*6+3 can be typed.</source>
        <translation>数ではありません。12*6+3 のような式も入力できます。</translation>
    </message>
    <message>
        <source>Only whole numbers of this product are counted.</source>
        <translation>この商品の数量は整数です。</translation>
    </message>
    <message>
        <source>This product is counted with fewer digits after the point: %1.</source>
        <translation>小数点以下の桁が多すぎます。この商品は%1桁までです。</translation>
    </message>
    <message>
        <source>This is more than one line can hold.</source>
        <translation>1行に入力できる数量を超えています。</translation>
    </message>
    <message>
        <source>Received %1 in %2 rows.</source>
        <translation>%2 行に %1 を入庫しました。</translation>
    </message>
    <message>
        <source>Reserved %1 in %2 rows.</source>
        <translation>%2 行の %1 を引き当てました。</translation>
    </message>
    <message>
        <source>Released %1 in %2 rows.</source>
        <translation>%2 行の %1 の引当を解除しました。</translation>
    </message>
    <message>
        <source>Shipped %1 from %2 rows.</source>
        <translation>%2 行から %1 を出荷しました。</translation>
    </message>
    <message>
        <source>Moved %1 from %2 rows to %3.</source>
        <translation>%2 行の %1 を %3 へ移動しました。</translation>
    </message>
    <message>
        <source>Corrected %2 rows by %1 in all.</source>
        <translation>%2 行を合わせて %1 調整しました。</translation>
    </message>
    <message>
        <source>%1 in %2 rows are now “%3”.</source>
        <translation>%2 行の %1 を「%3」にしました。</translation>
    </message>
    <message>
        <source>The last change was undone.</source>
        <translation>直前の変更を元に戻しました。</translation>
    </message>
</context>
<context>
    <name>HolderText</name>
    <message>
        <source>reserved by hand %1</source>
        <translation>手動引当 %1</translation>
    </message>
    <message>
        <source>order %1 %2, waits for review</source>
        <translation>受注 %1 %2（承認待ち）</translation>
    </message>
    <message>
        <source>order %1 %2</source>
        <comment>number, quantity</comment>
        <translation>受注 %1 %2</translation>
    </message>
    <message>
        <source>held until %1: %2</source>
        <translation>%1 まで確保 %2</translation>
    </message>
    <message>
        <source>held for order %1 until %2: %3</source>
        <translation>受注 %1 のため %2 まで確保 %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportWording</name>
    <message>
        <source>Stock</source>
        <translation>在庫</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>棚番</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Decimals of quantities</source>
        <translation>数量の小数桁数</translation>
    </message>
    <message>
        <source>Order line</source>
        <translation>受注明細</translation>
    </message>
</context>
<context>
    <name>Labels</name>
    <message>
        <source>Expires %1</source>
        <translation>期限 %1</translation>
    </message>
    <message>
        <source>Lot %1</source>
        <translation>ロット %1</translation>
    </message>
    <message>
        <source>EAN-13</source>
        <translation>EAN-13（JAN）</translation>
    </message>
    <message>
        <source>Code 128</source>
        <translation>Code 128</translation>
    </message>
    <message>
        <source>QR</source>
        <translation>QR</translation>
    </message>
    <message>
        <source>GS1 DataMatrix</source>
        <translation>GS1 DataMatrix</translation>
    </message>
    <message>
        <source>Label printer</source>
        <translation>ラベルプリンター</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>レター</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>%1: %2 of %3 × %4 mm</source>
        <extracomment>24 labels of 70 × 37 mm on A4</extracomment>
        <translation>%1：%2 面、%3 × %4 mm</translation>
    </message>
</context>
<context>
    <name>LineOutcome</name>
    <message>
        <source>Nothing that it may get is free.</source>
        <translation>引き当てられる在庫がありません。</translation>
    </message>
    <message>
        <source>done</source>
        <translation>済み</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>一部</translation>
    </message>
    <message>
        <source>short</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>不可</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未着手</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>確認中…</translation>
    </message>
    <message>
        <source>Others are working on these goods right now. Nothing was done; try again. %1</source>
        <translation>ほかの人がいまこの在庫を扱っています。何も行われていません。もう一度試してください。%1</translation>
    </message>
    <message>
        <source>The database did not answer, and nothing was sent. %1</source>
        <translation>データベースの応答がなく、何も送っていません。%1</translation>
    </message>
    <message>
        <source>Others were faster each time. Nothing was done; try again.</source>
        <translation>何度もほかの人が先でした。何も行われていません。もう一度試してください。</translation>
    </message>
    <message>
        <source>Somebody else gave it stock meanwhile, or changed the line. It lacks nothing now.</source>
        <translation>その間にほかの人が引き当てたか、明細を変更しました。いまは足りています。</translation>
    </message>
    <message>
        <source>It did not reach the database. Nothing was done for it.</source>
        <translation>データベースに届きませんでした。何も行われていません。</translation>
    </message>
    <message>
        <source>There is enough for this line, but not for the whole order, so none was taken.</source>
        <translation>この明細の分はありますが、受注全体の分がないため、引き当てていません。</translation>
    </message>
    <message>
        <source>For the whole, %1 %2 more would be needed, so none was taken.</source>
        <comment>quantity, unit</comment>
        <translation>全量にはあと %1 %2 足りないため、引き当てていません。</translation>
    </message>
</context>
<context>
    <name>MovementTable</name>
    <message>
        <source>In: %1</source>
        <comment>column; %1 is a kind of movement</comment>
        <translation>入：%1</translation>
    </message>
    <message>
        <source>Out: %1</source>
        <comment>column; %1 is a kind of movement</comment>
        <translation>出：%1</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>品名</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>ロット</translation>
    </message>
    <message>
        <source>Opening</source>
        <comment>quantity at the beginning of a time</comment>
        <translation>期首</translation>
    </message>
    <message>
        <source>Closing</source>
        <comment>quantity at the end of a time</comment>
        <translation>期末</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Total, %1</source>
        <comment>%1 is a unit</comment>
        <translation>合計（%1）</translation>
    </message>
</context>
<context>
    <name>OpenFailure</name>
    <message>
        <source>There is no database at this place. Nothing was changed. Check the name, or make a new one.</source>
        <translation>この場所にデータベースはありません。何も変更していません。名前を確かめるか、新しく作ってください。</translation>
    </message>
    <message>
        <source>This belongs to another program. Nothing was changed. Choose another file or database.</source>
        <translation>別のプログラムのデータです。何も変更していません。別のファイルかデータベースを選んでください。</translation>
    </message>
    <message>
        <source>The data is damaged. Nothing was changed. Make a copy of it as it is, then restore the last backup.</source>
        <translation>データが壊れています。何も変更していません。今の状態のまま複製を取り、最後のバックアップから復元してください。</translation>
    </message>
    <message>
        <source>The file is on a network drive, where several computers can damage it. Nothing was changed. Use a file on this computer, or PostgreSQL to share the data.</source>
        <translation>ファイルがネットワークドライブにあり、複数のコンピューターから使うと壊れるおそれがあります。何も変更していません。このコンピューターのファイルを使うか、共有には PostgreSQL を使ってください。</translation>
    </message>
    <message>
        <source>The server does not answer. Nothing was changed. Check the network and the server&apos;s name, then try again.</source>
        <translation>サーバーが応答しません。何も変更していません。ネットワークとサーバー名を確かめ、もう一度試してください。</translation>
    </message>
    <message>
        <source>The database did not let you in. Nothing was changed. Check the login, the password and your rights.</source>
        <translation>データベースに入れませんでした。何も変更していません。ログイン名、パスワード、権限を確かめてください。</translation>
    </message>
    <message>
        <source>You are not among the people who may work here. Nothing was changed. Choose another person, or ask a supervisor.</source>
        <translation>ここで作業できる担当者に登録されていません。何も変更していません。別の担当者を選ぶか、責任者に相談してください。</translation>
    </message>
    <message>
        <source>Others are working on it right now. Nothing was changed. Try again in a moment.</source>
        <translation>ほかの人が作業中です。何も変更していません。少し待ってからもう一度試してください。</translation>
    </message>
    <message>
        <source>The data can only be read here. Nothing was changed. Check the rights of the file and its folder.</source>
        <translation>ここでは読み取りしかできません。何も変更していません。ファイルとフォルダーの権限を確かめてください。</translation>
    </message>
    <message>
        <source>There is something at this place already. Nothing was changed. Choose another name, or open what is there.</source>
        <translation>この場所にはすでに何かあります。何も変更していません。別の名前にするか、あるものを開いてください。</translation>
    </message>
    <message>
        <source>The data belongs to a newer program. Nothing was changed. Install the newer program on this computer, and open the data with that.</source>
        <translation>より新しいプログラムのデータです。何も変更していません。このコンピューターに新しいプログラムを入れて開いてください。</translation>
    </message>
    <message>
        <source>The data on the server belongs to an older program. Nothing was changed. Have whoever looks after the server run “tanabanctl server upgrade”.</source>
        <translation>サーバーのデータは古いプログラムのものです。何も変更していません。サーバーの管理者に「tanabanctl server upgrade」の実行を頼んでください。</translation>
    </message>
    <message>
        <source>The server wants a password, and none or a wrong one was given. Nothing was changed. Type the password of your login.</source>
        <translation>サーバーのパスワードが必要です（未入力か誤り）。何も変更していません。ログインのパスワードを入力してください。</translation>
    </message>
    <message>
        <source>The data belongs to an older program and must be brought up to date, but it can only be read here. Nothing was changed. Check the rights of the file and its folder.</source>
        <translation>古いプログラムのデータで、更新が必要ですが、ここでは読み取りしかできません。何も変更していません。ファイルとフォルダーの権限を確かめてください。</translation>
    </message>
    <message>
        <source>The data belongs to an older program and must be brought up to date, but there is no room for a copy of it. Nothing was changed. Make room on the disk, then open it again.</source>
        <translation>古いプログラムのデータで、更新が必要ですが、控えを置く空きがありません。何も変更していません。ディスクを空けて、もう一度開いてください。</translation>
    </message>
    <message>
        <source>The data belongs to an older program and could not be brought up to date. Nothing was changed. Keep working with the older program, and report what the details say.</source>
        <translation>古いプログラムのデータを更新できませんでした。何も変更していません。これまでのプログラムで仕事を続け、詳細の内容を知らせてください。</translation>
    </message>
    <message>
        <source>Another program has added something to the tables of this file, or taken something away, and could change the data without you. Nothing was changed. Restore the last backup, or have whoever did it take it back; the details name it.</source>
        <translation>別のプログラムがこのファイルの表に何かを追加したか、一部を取り除いたため、知らないうちにデータが書き換えられるおそれがあります。何も変更していません。最後のバックアップから復元するか、変更した人に元に戻すよう頼んでください。対象の名前は詳細に表示されます。</translation>
    </message>
    <message>
        <source>This is only a link to a file that lies elsewhere. Nothing was changed. Open the file itself, so that all who work with it wait for each other.</source>
        <translation>これは別の場所にあるファイルへのリンクです。何も変更していません。全員が互いの作業を待てるように、ファイルそのものを開いてください。</translation>
    </message>
    <message>
        <source>The disk of the file is full or does not work as it should. Nothing was changed. Make room on the disk, or have it checked, then open it again.</source>
        <translation>ファイルのあるディスクに空きがないか、ディスクに異常があります。何も変更していません。ディスクを空けるか点検を受けてから、もう一度開いてください。</translation>
    </message>
    <message>
        <source>On a server you are who you logged in as. Nothing was changed. Leave out the person, or log in as the one you named.</source>
        <translation>サーバーでは、ログインした人として働きます。何も変えていません。人の指定を外すか、その人としてログインしてください。</translation>
    </message>
</context>
<context>
    <name>OrderText</name>
    <message>
        <source>%1 overdue</source>
        <comment>the day an order was due</comment>
        <translation>%1 超過</translation>
    </message>
    <message>
        <source>%1 today</source>
        <comment>the day an order is due</comment>
        <translation>%1 今日</translation>
    </message>
    <message>
        <source>no lines</source>
        <translation>明細なし</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n line(s) allocated</source>
        <translation>
            <numerusform>%n 明細中 %1 引当済み</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>all of %n line(s) shipped</source>
        <translation>
            <numerusform>全 %n 明細出荷済み</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 shipped</source>
        <comment>lines allocated, lines</comment>
        <translation>%1、%2 出荷済み</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>product, how much of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number of an order line, what it says</comment>
        <translation>%1. %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) as they were</source>
        <translation>
            <numerusform>%n 明細は変更なし</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ordered</source>
        <translation>受注 %1</translation>
    </message>
    <message>
        <source>%1 allocated</source>
        <translation>引当 %1</translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation>仮押さえ %1</translation>
    </message>
    <message>
        <source>%1 shipped</source>
        <translation>出荷 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how much of an order line, where it lies</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (waits for review)</source>
        <translation>%1（承認待ち）</translation>
    </message>
    <message>
        <source>%1 (shipped)</source>
        <translation>%1（出荷済み）</translation>
    </message>
    <message>
        <source>Line %1: %2 of %3 set aside, to be reviewed</source>
        <translation>明細 %1：%3 を %2 引当（承認待ち）</translation>
    </message>
    <message>
        <source>Line %1: %2 of %3 set aside</source>
        <translation>明細 %1：%3 を %2 引当</translation>
    </message>
    <message>
        <source>Line %1: %2 of %3 shipped</source>
        <translation>明細 %1：%3 を %2 出荷</translation>
    </message>
    <message>
        <source>Line %1: %2 of %3 given back</source>
        <translation>明細 %1：%3 の引当 %2 を解除</translation>
    </message>
    <message>
        <source>Line %1: %2 of %3 held</source>
        <translation>明細 %1：%3 を %2 仮押さえ</translation>
    </message>
    <message>
        <source>Line %1: hold of %2 of %3 confirmed</source>
        <translation>明細 %1：%3 の仮押さえ %2 を確定</translation>
    </message>
    <message>
        <source>Line %1: hold of %2 of %3 given up</source>
        <translation>明細 %1：%3 の仮押さえ %2 を解除</translation>
    </message>
    <message>
        <source>Line %1: hold of %2 of %3 ended by time</source>
        <translation>明細 %1：%3 の仮押さえ %2 が期限切れ</translation>
    </message>
    <message>
        <source>Line %1 removed: %2</source>
        <translation>明細 %1 を削除：%2</translation>
    </message>
    <message>
        <source>Line %1: %2 → %3</source>
        <translation>明細 %1：%2 → %3</translation>
    </message>
    <message>
        <source>Line %1 added: %2</source>
        <translation>明細 %1 を追加：%2</translation>
    </message>
    <message>
        <source>Line %1: %2 of %3 set aside again, for that was undone</source>
        <translation>明細 %1：%3 を %2、取り消しにより引当に戻しました</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>理由：%1</translation>
    </message>
</context>
<context>
    <name>OverviewCards</name>
    <message>
        <source>Low</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>Every product is above its reorder point.</source>
        <translation>発注点以下の商品はありません。</translation>
    </message>
    <message numerus="yes">
        <source>product(s) at or below the reorder point, %1</source>
        <extracomment>After the number of products; %1 says in how many stock rows.</extracomment>
        <translation>
            <numerusform>品目が発注点以下です（%1）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln stock row(s)</source>
        <translation>
            <numerusform>在庫 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>available, reorder point</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 %2: %3 available, reorder point %4 %5</source>
        <comment>code, name, …, unit</comment>
        <translation>%1 %2：引当可能 %3、発注点 %4 %5</translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation>期限間近</translation>
    </message>
    <message>
        <source>Nothing expires within %1 days.</source>
        <translation>%1日以内に期限が切れるものはありません。</translation>
    </message>
    <message numerus="yes">
        <source>stock row(s) of goods that expire within %1 days</source>
        <translation>
            <numerusform>行の在庫が %1日以内に期限切れになります</numerusform>
        </translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>%n日後</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a day, what happens on it</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stock row(s) expire</source>
        <translation>
            <numerusform>在庫 %Ln 行が期限切れ</numerusform>
        </translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>Nothing has expired.</source>
        <translation>期限切れの在庫はありません。</translation>
    </message>
    <message numerus="yes">
        <source>stock row(s) of goods that may no longer be used</source>
        <translation>
            <numerusform>行の在庫は期限が切れ、使えません</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a warehouse, what is there</comment>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln expired stock row(s)</source>
        <translation>
            <numerusform>期限切れの在庫 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is damaged.</source>
        <translation>破損した在庫はありません。</translation>
    </message>
    <message>
        <source>Nothing is quarantined.</source>
        <translation>保留の在庫はありません。</translation>
    </message>
    <message numerus="yes">
        <source>stock row(s) of damaged goods</source>
        <translation>
            <numerusform>行の在庫が破損しています</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>stock row(s) of goods that wait for a decision</source>
        <translation>
            <numerusform>行の在庫が判断を待っています</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged stock row(s)</source>
        <translation>
            <numerusform>破損の在庫 %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln quarantined stock row(s)</source>
        <translation>
            <numerusform>保留の在庫 %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Nearly full</source>
        <translation>ほぼ満杯</translation>
    </message>
    <message>
        <source>Every zone has room.</source>
        <translation>どのゾーンにも空きがあります。</translation>
    </message>
    <message numerus="yes">
        <source>zone(s) filled to %1 % or more</source>
        <translation>
            <numerusform>ゾーンが %1 % 以上埋まっています</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 full, %3 of %4 units</source>
        <comment>zone, percent, load, capacity</comment>
        <translation>%1：%2、%4 個のうち %3 個</translation>
    </message>
    <message>
        <source>Busiest hours</source>
        <translation>忙しい時間</translation>
    </message>
    <message>
        <source>Busiest hours: %1</source>
        <translation>忙しい時間：%1</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <comment>one hour, the next, what happened between</comment>
        <translation>%1～%2：%3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s) of the history</source>
        <translation>
            <numerusform>履歴 %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was done in the last %1 days.</source>
        <translation>この%1日間に作業はありませんでした。</translation>
    </message>
    <message>
        <source>is when most is done: %1 of the %2 of the last %3 days (%4)</source>
        <comment>number, number with its noun, number, time zone</comment>
        <translation>台が最も忙しい時間です：この%3日間の%2のうち %1 件（%4）</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>履歴 %Ln 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Place</source>
        <translation>場所</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>倉庫</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>ゾーン</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>棚番</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>ロット</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>取引先</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>受注</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an action with the menu it is in</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>PathText</name>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
</context>
<context>
    <name>PickPages</name>
    <message>
        <source>%1 / %2</source>
        <comment>number of an order, of its line</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Pick list</source>
        <translation>ピッキングリスト</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>棚番</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Order / line</source>
        <translation>受注 / 明細</translation>
    </message>
    <message>
        <source>Bar code</source>
        <translation>バーコード</translation>
    </message>
    <message>
        <source>%1 (continued)</source>
        <translation>%1（続き）</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>12 stops, 7 places</comment>
        <translation>%1、%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln stop(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln place(s)</source>
        <translation>
            <numerusform>%Ln か所</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PickText</name>
    <message>
        <source>Others changed these goods just now. Look at them and try again.</source>
        <translation>ほかの人がたった今この商品を変更しました。確認してから、もう一度行ってください。</translation>
    </message>
    <message>
        <source>Lot %1</source>
        <translation>ロット %1</translation>
    </message>
    <message>
        <source>%1 · expires %2</source>
        <comment>lot, day</comment>
        <translation>%1 · 期限 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>quantity, product</comment>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1、ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Leaves the house: %1.</source>
        <translation>出庫: %1。</translation>
    </message>
    <message>
        <source>Given back and planned again from elsewhere: %1.</source>
        <translation>解除して別の場所から引き当て直し: %1。</translation>
    </message>
    <message>
        <source>Set aside elsewhere instead: %1.</source>
        <translation>代わりに別の場所で引当: %1。</translation>
    </message>
    <message>
        <source>Still lacking, for nothing else is free: %1.</source>
        <translation>ほかに空きがなく、まだ不足: %1。</translation>
    </message>
    <message>
        <source>Shipped: %1.</source>
        <translation>出庫済み: %1。</translation>
    </message>
    <message>
        <source>Given back: %1.</source>
        <translation>解除: %1。</translation>
    </message>
    <message>
        <source>The order is completed.</source>
        <translation>受注は完了しました。</translation>
    </message>
    <message>
        <source>Nothing was changed. %1</source>
        <translation>何も変わっていません。%1</translation>
    </message>
    <message>
        <source>What was missing could not be given back. %1</source>
        <translation>足りなかった分を解除できませんでした。%1</translation>
    </message>
    <message>
        <source>Nothing was planned instead of what was missing. %1</source>
        <translation>足りなかった分の代わりは引き当てられていません。%1</translation>
    </message>
    <message>
        <source>%1 · ⚠ expired on %2</source>
        <comment>lot, day</comment>
        <translation>%1・⚠ 期限切れ %2</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>&amp;Stock</source>
        <translation>在庫(&amp;S)</translation>
    </message>
    <message>
        <source>What lies where, and what can be done with it</source>
        <translation>どこに何があり、何ができるか</translation>
    </message>
    <message>
        <source>&amp;Products</source>
        <translation>商品(&amp;P)</translation>
    </message>
    <message>
        <source>What there is to be stored, with its lots</source>
        <translation>扱う商品とそのロット</translation>
    </message>
    <message>
        <source>&amp;Warehouses &amp;&amp; zones</source>
        <translation>倉庫とゾーン(&amp;W)</translation>
    </message>
    <message>
        <source>Where goods are stored, and how full it is</source>
        <translation>置き場所と、どれだけ埋まっているか</translation>
    </message>
    <message>
        <source>Customers and suppliers</source>
        <translation>得意先と仕入先</translation>
    </message>
    <message>
        <source>Who works here, and in which role</source>
        <translation>ここで働く人とその役割</translation>
    </message>
    <message>
        <source>&amp;Overview</source>
        <translation>概要(&amp;O)</translation>
    </message>
    <message>
        <source>What needs somebody today, over all warehouses</source>
        <translation>今日、人の手が必要なものを全倉庫について示します</translation>
    </message>
    <message>
        <source>Par&amp;tners</source>
        <translation>取引先(&amp;A)</translation>
    </message>
    <message>
        <source>Peop&amp;le</source>
        <translation>担当者(&amp;L)</translation>
    </message>
    <message>
        <source>Histor&amp;y</source>
        <translation>履歴(&amp;Y)</translation>
    </message>
    <message>
        <source>Every change of stock: who did what, when and why</source>
        <translation>在庫のすべての変更。いつ、誰が、何を、なぜ</translation>
    </message>
    <message>
        <source>O&amp;rders</source>
        <translation>受注(&amp;R)</translation>
    </message>
    <message>
        <source>What customers want, until when, and how far it is</source>
        <translation>得意先の注文、納期、進み具合</translation>
    </message>
    <message>
        <source>Allo&amp;cation</source>
        <translation>受注引当(&amp;C)</translation>
    </message>
    <message>
        <source>Orders that wait for stock, and what each of them would get</source>
        <translation>在庫を待つ受注と、それぞれに割り当てられる在庫</translation>
    </message>
</context>
<context>
    <name>PlanConflict</name>
    <message>
        <source>Planned</source>
        <translation>計画</translation>
    </message>
    <message>
        <source>the order no longer lacks this</source>
        <translation>この受注にはもう必要ありません</translation>
    </message>
    <message>
        <source>all that is wanted</source>
        <translation>必要な分すべて</translation>
    </message>
    <message>
        <source>%1 stay short</source>
        <translation>%1 不足のまま</translation>
    </message>
    <message numerus="yes">
        <source>You want to allocate stock to %n order(s).</source>
        <translation>
            <numerusform>受注 %n 件に引き当てようとしています。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more change(s) are not listed here.</source>
        <translation>
            <numerusform>ほかに %n 件の変更があります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left that could be allocated.</source>
        <translation>引き当てられる在庫が残っていません。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) filled</source>
        <comment>of the orders</comment>
        <translation>
            <numerusform>%n 行を充足</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n partly</source>
        <comment>lines that are filled in part</comment>
        <translation>
            <numerusform>一部 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n short</source>
        <comment>lines that get nothing</comment>
        <translation>
            <numerusform>不足 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n from several places</source>
        <comment>lines</comment>
        <translation>
            <numerusform>複数の場所から %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) to visit</source>
        <translation>
            <numerusform>%n か所</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>受注 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a sentence</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>受注 %1</translation>
    </message>
    <message>
        <source>Stock is allocated for %1: all lines are filled.</source>
        <translation>%1に引き当てました。すべての行を満たしました。</translation>
    </message>
    <message numerus="yes">
        <source>Stock is allocated for %1; %n line(s) still lack something.</source>
        <translation>
            <numerusform>%1に引き当てました。%n 行にまだ不足があります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stock is set aside for %1 and waits for review: all lines are filled.</source>
        <translation>%1 の在庫を確保しました。承認を待っています。すべての明細が満たされます。</translation>
    </message>
    <message numerus="yes">
        <source>Stock is set aside for %1 and waits for review; %n line(s) still lack something.</source>
        <translation>
            <numerusform>%1 の在庫を確保しました。承認を待っています。%n 行はまだ足りません。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is set aside for review.</source>
        <translation>承認待ちで確保します。</translation>
    </message>
</context>
<context>
    <name>PrintText</name>
    <message>
        <source>Page %1 of %2</source>
        <translation>%1 / %2 ページ</translation>
    </message>
    <message>
        <source>Stopped. Nothing was printed.</source>
        <translation>中止しました。何も印刷されていません。</translation>
    </message>
    <message>
        <source>At most %1 rows can be printed. Filter the table, or export it into a file.</source>
        <translation>印刷できるのは %1 行までです。表を絞り込むか、ファイルに書き出してください。</translation>
    </message>
    <message>
        <source>The pages could not be kept in the folder for temporary files: %1. Make room there and try again.</source>
        <translation>一時ファイルのフォルダーにページを置けませんでした：%1。空きを作って、もう一度試してください。</translation>
    </message>
</context>
<context>
    <name>RecordNotice</name>
    <message>
        <source>The last digit does not fit the others. Is it typed correctly?</source>
        <translation>最後の数字がほかと合いません。入力は正しいですか。</translation>
    </message>
    <message>
        <source>%1 has this barcode too. A scan will find only one of the two.</source>
        <translation>%1 も同じバーコードです。スキャンで見つかるのは一方だけになります。</translation>
    </message>
    <message>
        <source>There is %1 already, which differs only by case.</source>
        <translation>大文字と小文字だけが違う %1 がすでにあります。</translation>
    </message>
    <message numerus="yes">
        <source>%n unit(s) lie there now. Nothing more will fit in.</source>
        <translation>
            <numerusform>今は %n 個あります。これ以上は入らなくなります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Goods of it lie in %n place(s). They stay there, but can no longer be reserved or shipped.</source>
        <translation>
            <numerusform>%n か所に在庫があります。そのまま残りますが、引当も出荷もできなくなります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is part of %n open order(s).</source>
        <translation>
            <numerusform>%n 件の未完了の受注に含まれています。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordText</name>
    <message>
        <source>Warehouse</source>
        <translation>倉庫</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>ゾーン</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>棚番</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>ロット</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>取引先</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>受注</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Zone number</source>
        <translation>ゾーン番号</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>ログイン名</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>時間帯</translation>
    </message>
    <message>
        <source>Storage condition</source>
        <translation>保管条件</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先順</translation>
    </message>
    <message>
        <source>Walk order</source>
        <translation>歩く順</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Barcode</source>
        <translation>バーコード</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>単位</translation>
    </message>
    <message>
        <source>Smallest step</source>
        <translation>最小単位</translation>
    </message>
    <message>
        <source>Reorder point</source>
        <translation>発注点</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>在庫数</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>引当可能</translation>
    </message>
    <message>
        <source>How full</source>
        <translation>使用率</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>ゾーン</translation>
    </message>
    <message>
        <source>Open orders</source>
        <translation>未完了の受注</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>仕入先</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>得意先</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Made</source>
        <comment>a record was made</comment>
        <translation>作成</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field, value before, value after</comment>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>Saved without a change</source>
        <translation>変更なしで保存</translation>
    </message>
    <message>
        <source>%1 was like this already.</source>
        <translation>%1 はすでにこのとおりでした。</translation>
    </message>
    <message>
        <source>%1 is made.</source>
        <translation>%1 を作りました。</translation>
    </message>
    <message>
        <source>%1 is saved; what %2 changed meanwhile is kept too.</source>
        <translation>%1 を保存しました。その間に %2 さんが変えたところも残しました。</translation>
    </message>
    <message>
        <source>%1 is in use again.</source>
        <translation>%1 を使用中に戻しました。</translation>
    </message>
    <message>
        <source>%1 is out of use.</source>
        <translation>%1 を使用停止にしました。</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 を保存しました。</translation>
    </message>
    <message>
        <source>Warehouses</source>
        <translation>倉庫</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>棚番</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Lots</source>
        <translation>ロット</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>取引先</translation>
    </message>
    <message>
        <source>People</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>受注</translation>
    </message>
    <message>
        <source>No warehouses yet</source>
        <translation>倉庫はまだありません</translation>
    </message>
    <message>
        <source>No zones yet</source>
        <translation>ゾーンはまだありません</translation>
    </message>
    <message>
        <source>No bins yet</source>
        <translation>棚番はまだありません</translation>
    </message>
    <message>
        <source>No products yet</source>
        <translation>商品はまだありません</translation>
    </message>
    <message>
        <source>No lots yet</source>
        <translation>ロットはまだありません</translation>
    </message>
    <message>
        <source>No partners yet</source>
        <translation>取引先はまだありません</translation>
    </message>
    <message>
        <source>No people yet</source>
        <translation>担当者はまだいません</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>受注はまだありません</translation>
    </message>
    <message>
        <source>A warehouse has zones, and zones have bins; goods lie in them.</source>
        <translation>倉庫にはゾーンがあり、ゾーンには棚番があります。商品はそこに置かれます。</translation>
    </message>
    <message>
        <source>Goods are received into a zone; its storage condition decides which.</source>
        <translation>商品はゾーンに入庫します。置ける商品はゾーンの保管条件で決まります。</translation>
    </message>
    <message>
        <source>Bins say where in the zone goods lie. A zone may do without.</source>
        <translation>棚番は、ゾーンの中で商品が置かれる場所です。なくてもかまいません。</translation>
    </message>
    <message>
        <source>What is to be stored stands here; it is received afterwards.</source>
        <translation>保管する商品をここに登録します。入庫はそのあとです。</translation>
    </message>
    <message>
        <source>A lot comes here when goods of it are received, with its expiry date.</source>
        <translation>商品を入庫すると、ロットが期限とともにここに加わります。</translation>
    </message>
    <message>
        <source>Customers and suppliers stand here.</source>
        <translation>得意先と仕入先をここに登録します。</translation>
    </message>
    <message>
        <source>Who works here stands here, with a role.</source>
        <translation>ここで働く人を、役割とともに登録します。</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>受注番号</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>納期</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明細</translation>
    </message>
    <message>
        <source>Draft</source>
        <comment>an order</comment>
        <translation>下書き</translation>
    </message>
    <message>
        <source>Open</source>
        <comment>an order</comment>
        <translation>受付中</translation>
    </message>
    <message>
        <source>Completed</source>
        <comment>an order</comment>
        <translation>完了</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>an order</comment>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>方針</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>引当方針</translation>
    </message>
    <message>
        <source>What customers want stands here, with a due day; goods are set aside for it.</source>
        <translation>得意先の注文を納期とともにここに登録します。在庫はこれに引き当てます。</translation>
    </message>
    <message>
        <source>How far</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>Order %1 is cancelled.</source>
        <translation>受注 %1 を取り消しました。</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>“%1:” is not known; it is searched for as a word.</source>
        <translation>「%1:」は分からないので、言葉として探します。</translation>
    </message>
    <message>
        <source>%1: needs a value, e.g. %1:%2</source>
        <translation>%1: には値が要ります。例：%1:%2</translation>
    </message>
    <message>
        <source>%1: needs a number, e.g. %1:%2</source>
        <translation>%1: には数が要ります。例：%1:%2</translation>
    </message>
    <message>
        <source>%1: needs a day or month, e.g. %1:%2 or %1:+30</source>
        <translation>%1: には日か月が要ります。例：%1:%2、%1:+30</translation>
    </message>
    <message>
        <source>%1: takes one of these: %2</source>
        <translation>%1: に使えるのは次のどれかです：%2</translation>
    </message>
    <message>
        <source>%1: this can be no code; codes look like %2.</source>
        <translation>%1: コードとして使えません。例：%2</translation>
    </message>
    <message>
        <source>%1: needs the number of a zone, e.g. %1:%2 or %1:2</source>
        <translation>%1: にはゾーン番号が要ります。例：%1:%2、%1:2</translation>
    </message>
    <message>
        <source>%1: cannot be excluded; leave it out instead.</source>
        <translation>%1: は除外できません。書かないでください。</translation>
    </message>
    <message>
        <source>%1: this cannot be combined with what else is asked; it is left out.</source>
        <translation>%1: ほかの条件と組み合わせられないので、外しました。</translation>
    </message>
    <message>
        <source>%1: nothing can fit this; it contradicts itself.</source>
        <translation>%1: 条件が矛盾していて、何も当てはまりません。</translation>
    </message>
    <message>
        <source>A word is too long, or has signs that no text contains; it is left out.</source>
        <translation>長すぎる言葉か、文字でないものがあるので、外しました。</translation>
    </message>
    <message>
        <source>There are too many words or values; the last ones are left out.</source>
        <translation>言葉や値が多すぎるので、最後のものを外しました。</translation>
    </message>
</context>
<context>
    <name>SearchWords</name>
    <message>
        <source>Warehouse</source>
        <translation>倉庫</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>保管</translation>
    </message>
    <message>
        <source>Only</source>
        <comment>search: only stock that is low, expired, …</comment>
        <translation>限定</translation>
    </message>
    <message>
        <source>Also</source>
        <comment>search: also rows that are hidden otherwise</comment>
        <translation>追加</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>Expiring within %1 days</source>
        <translation>%1 日以内に期限</translation>
    </message>
    <message>
        <source>Reserved</source>
        <comment>stock of which something is</comment>
        <translation>引当済</translation>
    </message>
    <message>
        <source>Empty</source>
        <comment>stock that has run out</comment>
        <translation>空</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>filter chip: what it is about, and the value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Empty rows too</source>
        <translation>空の行も</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between things of which one must hold</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>filter chip: what is left out</comment>
        <translation>%1 以外</translation>
    </message>
    <message>
        <source>less than 10</source>
        <translation>10 未満</translation>
    </message>
    <message>
        <source>more than nothing</source>
        <translation>0 より多い</translation>
    </message>
    <message>
        <source>from 10 to 20</source>
        <translation>10 から 20</translation>
    </message>
    <message>
        <source>nothing at all</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>within 30 days</source>
        <translation>30 日以内</translation>
    </message>
    <message>
        <source>before today</source>
        <translation>今日より前</translation>
    </message>
    <message>
        <source>before February 2027</source>
        <translation>2027 年 2 月より前</translation>
    </message>
    <message>
        <source>in February 2027</source>
        <translation>2027 年 2 月</translation>
    </message>
    <message>
        <source>keeps for ever</source>
        <translation>期限なし</translation>
    </message>
    <message>
        <source>in the last 7 days</source>
        <translation>この 7 日間</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>before November 2026</source>
        <translation>2026 年 11 月より前</translation>
    </message>
</context>
<context>
    <name>Strategy</name>
    <message>
        <source>zone priority</source>
        <translation>ゾーンの優先度</translation>
    </message>
    <message>
        <source>first in, first out</source>
        <translation>先入先出</translation>
    </message>
    <message>
        <source>first expired, first out</source>
        <translation>期限の早い順</translation>
    </message>
    <message>
        <source>fewest places</source>
        <translation>回る場所が少ない順</translation>
    </message>
    <message>
        <source>as much as there is</source>
        <translation>あるだけ引き当て</translation>
    </message>
    <message>
        <source>whole lines only</source>
        <translation>明細は全量のみ</translation>
    </message>
    <message>
        <source>whole orders only</source>
        <translation>受注は全量のみ</translation>
    </message>
    <message>
        <source>Zone priority</source>
        <translation>ゾーンの優先度</translation>
    </message>
    <message>
        <source>First in, first out</source>
        <translation>先入先出</translation>
    </message>
    <message>
        <source>First expired, first out</source>
        <translation>期限の早い順</translation>
    </message>
    <message>
        <source>Fewest places</source>
        <translation>回る場所を最少に</translation>
    </message>
    <message>
        <source>One warehouse</source>
        <translation>一つの倉庫から</translation>
    </message>
    <message>
        <source>Whole orders</source>
        <translation>全部そろう受注</translation>
    </message>
    <message>
        <source>one warehouse for an order</source>
        <translation>受注は一つの倉庫から</translation>
    </message>
    <message>
        <source>only lot %1</source>
        <translation>ロット %1 のみ</translation>
    </message>
    <message>
        <source>one lot for a line</source>
        <translation>明細は一つのロットから</translation>
    </message>
    <message numerus="yes">
        <source>usable for %n day(s) after the due date</source>
        <translation>
            <numerusform>納期の %n 日後まで使えるもの</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Room temperature</source>
        <translation>常温</translation>
    </message>
    <message>
        <source>Refrigerated</source>
        <translation>冷蔵</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>冷凍</translation>
    </message>
    <message>
        <source>Available</source>
        <comment>status of goods</comment>
        <translation>良品</translation>
    </message>
    <message>
        <source>Quarantined</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破損</translation>
    </message>
    <message>
        <source>Opened</source>
        <comment>ledger entry</comment>
        <translation>登録</translation>
    </message>
    <message>
        <source>Received</source>
        <comment>ledger entry</comment>
        <translation>入庫</translation>
    </message>
    <message>
        <source>Reserved</source>
        <comment>ledger entry</comment>
        <translation>引当</translation>
    </message>
    <message>
        <source>Released</source>
        <comment>ledger entry</comment>
        <translation>引当解除</translation>
    </message>
    <message>
        <source>Shipped</source>
        <comment>ledger entry</comment>
        <translation>出荷</translation>
    </message>
    <message>
        <source>Moved</source>
        <comment>ledger entry</comment>
        <translation>移動</translation>
    </message>
    <message>
        <source>Adjusted</source>
        <comment>ledger entry</comment>
        <translation>数量調整</translation>
    </message>
    <message>
        <source>Status changed</source>
        <comment>ledger entry</comment>
        <translation>状態変更</translation>
    </message>
    <message>
        <source>Held</source>
        <comment>ledger entry</comment>
        <translation>仮押さえ</translation>
    </message>
    <message>
        <source>Hold expired</source>
        <comment>ledger entry</comment>
        <translation>仮押さえ期限切れ</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>閲覧者</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>責任者</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理者</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>商品名</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>ゾーン</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>棚番</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>ロット</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>在庫数</translation>
    </message>
    <message>
        <source>Reserved</source>
        <comment>column: quantity that is promised</comment>
        <translation>引当済</translation>
    </message>
    <message>
        <source>Available</source>
        <comment>column: quantity that can be promised</comment>
        <translation>引当可能</translation>
    </message>
    <message>
        <source>Received</source>
        <comment>column: when goods came in</comment>
        <translation>入庫日</translation>
    </message>
    <message>
        <source>%1 on hand</source>
        <comment>ledger: change of what lies there</comment>
        <translation>在庫 %1</translation>
    </message>
    <message>
        <source>%1 reserved</source>
        <comment>ledger: change of what is promised</comment>
        <translation>引当 %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between two changes of one ledger entry</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>期限切れ</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>使用停止</translation>
    </message>
    <message numerus="yes">
        <source>Expired %n day(s) ago</source>
        <translation>
            <numerusform>期限から %n 日過ぎています</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Expires in %n day(s)</source>
        <translation>
            <numerusform>期限まであと %n 日</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: cannot be reserved or shipped</source>
        <translation>%1のため、引当も出荷もできません</translation>
    </message>
    <message>
        <source>At or below the reorder point, over all warehouses</source>
        <translation>全倉庫の合計が発注点以下です</translation>
    </message>
    <message>
        <source>Passed on</source>
        <comment>ledger entry: what is reserved is for another order or no longer a hold</comment>
        <translation>付け替え</translation>
    </message>
</context>
<context>
    <name>tanaban::ImportText</name>
    <message>
        <source>the file begins like UTF-16 and is not; save it as UTF-8</source>
        <translation>ファイルの先頭は UTF-16 のようですが、そうではありません。UTF-8 で保存してください</translation>
    </message>
    <message>
        <source>the byte %1 is not UTF-8 text; save the file as UTF-8</source>
        <translation>%1 バイト目が UTF-8 ではありません。UTF-8 で保存してください</translation>
    </message>
    <message>
        <source>more than %1 lines; divide the file</source>
        <translation>%1 行を超えています。ファイルを分けてください</translation>
    </message>
    <message>
        <source>more than %1 columns</source>
        <translation>列が %1 を超えています</translation>
    </message>
    <message>
        <source>a field is longer than %1 bytes</source>
        <translation>%1 バイトより長い項目があります</translation>
    </message>
    <message>
        <source>text after a closing quotation mark</source>
        <translation>閉じる引用符の後に文字があります</translation>
    </message>
    <message>
        <source>this quotation mark is never closed</source>
        <translation>この引用符が閉じられていません</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>空です</translation>
    </message>
    <message>
        <source>it is too short</source>
        <translation>短すぎます</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>長すぎます</translation>
    </message>
    <message>
        <source>it begins or ends with a space</source>
        <translation>先頭または末尾に空白があります</translation>
    </message>
    <message>
        <source>it contains characters that cannot be seen</source>
        <translation>見えない文字が含まれています</translation>
    </message>
    <message>
        <source>it may contain only A to Z, 0 to 9 and hyphens</source>
        <translation>使えるのは A～Z、0～9、ハイフンだけです</translation>
    </message>
    <message>
        <source>there is no such time zone; one is for instance Asia/Tokyo</source>
        <translation>そのタイムゾーンはありません（例：Asia/Tokyo）</translation>
    </message>
    <message>
        <source>it must be a positive whole number</source>
        <translation>1 以上の整数にしてください</translation>
    </message>
    <message>
        <source>it must be a whole number from 0 to %1</source>
        <translation>0 から %1 までの整数にしてください</translation>
    </message>
    <message>
        <source>it is not a number</source>
        <translation>数ではありません</translation>
    </message>
    <message>
        <source>it has more digits after the point than the product&apos;s %1</source>
        <translation>小数点以下が、この商品の %1 桁を超えています</translation>
    </message>
    <message>
        <source>it is too much</source>
        <translation>多すぎます</translation>
    </message>
    <message>
        <source>it is not a date of the form %1</source>
        <translation>%1 の形の日付ではありません</translation>
    </message>
    <message>
        <source>it must be room_temperature, refrigerated or frozen</source>
        <translation>常温、冷蔵、冷凍のどれかにしてください</translation>
    </message>
    <message>
        <source>it must be available, quarantined or damaged</source>
        <translation>引当可能、保留、破損のどれかにしてください</translation>
    </message>
    <message>
        <source>it must be customer or supplier</source>
        <translation>得意先か仕入先にしてください</translation>
    </message>
    <message>
        <source>it must be draft, open, completed or cancelled</source>
        <translation>下書き、受注、完了、取消のどれかにしてください</translation>
    </message>
    <message>
        <source>it must be true or false</source>
        <translation>はいかいいえにしてください</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 を読めません：%2</translation>
    </message>
    <message>
        <source>%1 is larger than 256 MB.</source>
        <translation>%1 は 256 MB を超えています。</translation>
    </message>
    <message>
        <source>The mapping %1 cannot be used: %2.</source>
        <translation>対応付け %1 は使えません：%2。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a part of a mapping</source>
        <translation>「%1」は対応付けの項目ではありません</translation>
    </message>
    <message>
        <source>%1: there is no field &quot;%2&quot;; the fields are %3</source>
        <translation>%1：「%2」という項目はありません。項目：%3</translation>
    </message>
    <message>
        <source>%1: write values in quotation marks</source>
        <translation>%1：値は引用符で囲んでください</translation>
    </message>
    <message>
        <source>%1 must be an object</source>
        <translation>%1 はオブジェクトにしてください</translation>
    </message>
    <message>
        <source>values: %1 must be an object</source>
        <translation>values：%1 はオブジェクトにしてください</translation>
    </message>
    <message>
        <source>separator must be a comma, a semicolon or a tab</source>
        <translation>separator はコンマ、セミコロン、タブのどれかにしてください</translation>
    </message>
    <message>
        <source>rules: &quot;%1&quot; cannot be read</source>
        <translation>rules：「%1」を読めません</translation>
    </message>
    <message>
        <source>it is not JSON: %1, at byte %2</source>
        <translation>JSON ではありません：%1（%2 バイト目）</translation>
    </message>
    <message>
        <source>it is not a JSON object</source>
        <translation>JSON のオブジェクトではありません</translation>
    </message>
    <message>
        <source>its code differs from that of line %1 only by case</source>
        <translation>コードと %1 行目のコードの違いは大文字と小文字だけです</translation>
    </message>
    <message>
        <source>it is needed for what is not there yet</source>
        <translation>新しく登録するには必要です</translation>
    </message>
    <message>
        <source>there is no such partner</source>
        <translation>その取引先はありません</translation>
    </message>
    <message>
        <source>line %1 says &quot;%2&quot; of the same order</source>
        <translation>同じ受注について %1 行目は「%2」としています</translation>
    </message>
    <message>
        <source>its order is not taken, because of line %1</source>
        <translation>%1 行目のため、この受注は取り込まれません</translation>
    </message>
    <message>
        <source>it is empty now</source>
        <translation>今は空です</translation>
    </message>
    <message>
        <source>it is &quot;%1&quot; now</source>
        <translation>今は「%1」です</translation>
    </message>
    <message>
        <source>line %1 of the order goes: it is &quot;%2&quot; now and not in the file</source>
        <translation>受注の明細 %1 は削除されます：今は「%2」で、ファイルにありません</translation>
    </message>
    <message>
        <source>there is no such warehouse</source>
        <translation>その倉庫はありません</translation>
    </message>
    <message>
        <source>there is no such zone</source>
        <translation>そのゾーンはありません</translation>
    </message>
    <message>
        <source>the same as line %1</source>
        <translation>%1 行目と同じです</translation>
    </message>
    <message>
        <source>line %1 names the same thing</source>
        <translation>%1 行目と同じものです</translation>
    </message>
    <message>
        <source>line %1 says something else of the same thing</source>
        <translation>同じものについて %1 行目と内容が違います</translation>
    </message>
    <message>
        <source>nothing to receive</source>
        <translation>入荷する数がありません</translation>
    </message>
    <message>
        <source>In %1 such goods can lie in zone %2.</source>
        <translation>%1 では、この商品はゾーン %2 に置けます。</translation>
    </message>
    <message>
        <source>The zones of %1 are: %2.</source>
        <translation>%1 のゾーン：%2。</translation>
    </message>
    <message>
        <source>line %1 puts the same lot in the same place</source>
        <translation>%1 行目が同じロットを同じ場所に置いています</translation>
    </message>
    <message>
        <source>column %1: %2</source>
        <translation>%1 列目：%2</translation>
    </message>
    <message>
        <source>spaces at the edges were taken off in %1 fields</source>
        <translation>%1 個の項目で先頭と末尾の空白を取り除きました</translation>
    </message>
    <message>
        <source>there is no column &quot;%1&quot;</source>
        <translation>「%1」という列がありません</translation>
    </message>
    <message>
        <source>the column &quot;%1&quot; stands there twice</source>
        <translation>「%1」という列が二つあります</translation>
    </message>
    <message>
        <source>the file is empty; its first line must name the columns</source>
        <translation>ファイルが空です。最初の行に列の名前が必要です</translation>
    </message>
    <message>
        <source>the mapping does not say where %1 is</source>
        <translation>対応付けに %1 の列がありません</translation>
    </message>
    <message>
        <source>the column &quot;%1&quot; is not used</source>
        <translation>列「%1」は使いません</translation>
    </message>
    <message>
        <source>the line has %1 columns, the header has %2</source>
        <translation>この行は %1 列ですが、見出しは %2 列です</translation>
    </message>
    <message>
        <source>left out by the mapping: %1 is &quot;%2&quot;</source>
        <translation>対応付けにより除外：%1 が「%2」</translation>
    </message>
    <message>
        <source>the mapping does not say what &quot;%1&quot; means</source>
        <translation>対応付けに「%1」の意味がありません</translation>
    </message>
    <message>
        <source>an order has at most %1 lines</source>
        <translation>受注の明細は %1 行までです</translation>
    </message>
    <message>
        <source>there is no such product</source>
        <translation>その商品はありません</translation>
    </message>
    <message>
        <source>it must be more than 0</source>
        <translation>0 より大きくしてください</translation>
    </message>
    <message>
        <source>the same as line %1; both are taken</source>
        <translation>%1 行目と同じです。両方とも取り込みます</translation>
    </message>
</context>
<context>
    <name>tanaban::LabelText</name>
    <message>
        <source>%1: the last digit of the barcode %2 is wrong. Correct the barcode of the product, then print the label.</source>
        <translation>%1：バーコード %2 のチェックデジットが正しくありません。商品のバーコードを直してから、ラベルを印刷してください。</translation>
    </message>
    <message>
        <source>%1 has no barcode, so there is no EAN-13. Choose another code.</source>
        <translation>%1 にはバーコードがないため、EAN-13 を作れません。ほかのコードを選んでください。</translation>
    </message>
    <message>
        <source>%1: the barcode %2 is no EAN-13 (13 digits). Choose another code.</source>
        <translation>%1：バーコード %2 は EAN-13（13 桁）ではありません。ほかのコードを選んでください。</translation>
    </message>
    <message>
        <source>%1: GS1 needs a GTIN as the barcode of the product. Choose another code.</source>
        <translation>%1：GS1 には、商品のバーコードとして GTIN が必要です。ほかのコードを選んでください。</translation>
    </message>
    <message>
        <source>%1: GS1 allows lots of at most 20 letters, digits and a few signs. Choose another code.</source>
        <translation>%1：GS1 で使えるロットは、英数字と一部の記号の 20 文字までです。ほかのコードを選んでください。</translation>
    </message>
    <message>
        <source>%1: GS1 writes years in two digits; a scanner would read %2 as another year. Choose another code.</source>
        <translation>%1：GS1 では年を 2 桁で書くため、%2 は別の年として読み取られます。ほかのコードを選んでください。</translation>
    </message>
    <message>
        <source>%1: Code 128 has no sign for all of %2. Choose QR.</source>
        <translation>%1：Code 128 では %2 のすべての文字を表せません。QR を選んでください。</translation>
    </message>
    <message>
        <source>%1: the code does not fit on this label so that scanners could read it. Choose larger labels or QR.</source>
        <translation>%1：このラベルでは、読み取れる大きさのコードが入りません。大きなラベルか QR を選んでください。</translation>
    </message>
</context>
<context>
    <name>tanaban::RestoreText</name>
    <message>
        <source>It cannot be read to its end: %1. Choose an older copy.</source>
        <translation>最後まで読めません：%1。もっと古い複製を選んでください。</translation>
    </message>
    <message>
        <source>There is a file with this name already; choose another.</source>
        <translation>同じ名前のファイルがすでにあります。別の名前にしてください。</translation>
    </message>
    <message>
        <source>A program has %1 open, or did not close it. Close it there first, or open the file itself.</source>
        <translation>%1 は別のプログラムで開かれているか、正しく閉じられていません。先にそこで閉じるか、ファイルそのものを開いてください。</translation>
    </message>
    <message>
        <source>%1 cannot be copied to %2: %3</source>
        <translation>%1 を %2 へコピーできません：%3</translation>
    </message>
    <message>
        <source>It is damaged (%1). Choose an older copy.</source>
        <translation>壊れています（%1）。もっと古い複製を選んでください。</translation>
    </message>
    <message>
        <source>The open database does not answer. Try again.</source>
        <translation>開いているデータベースが応答しません。もう一度試してください。</translation>
    </message>
    <message>
        <source>This is the open database itself. Choose a copy of it.</source>
        <translation>これは今開いているデータベースそのものです。その複製を選んでください。</translation>
    </message>
</context>
<context>
    <name>tanaban::files::FileText</name>
    <message>
        <source>this is no workbook; save it as .xlsx or .csv</source>
        <translation>ブックではありません。.xlsx か .csv で保存してください</translation>
    </message>
    <message>
        <source>the workbook has no sheet that is shown</source>
        <translation>ブックに表示されているシートがありません</translation>
    </message>
    <message>
        <source>the workbook unpacks to far more than its size; save it again from its program, or as .csv</source>
        <translation>ブックを展開すると大きすぎます。元のプログラムで保存し直すか、.csv で保存してください</translation>
    </message>
    <message>
        <source>the file has a password or is of the old form .xls; save it as .xlsx without a password</source>
        <translation>パスワード付きか、古い .xls 形式です。パスワードなしの .xlsx で保存してください</translation>
    </message>
    <message>
        <source>the workbook is damaged or not whole</source>
        <translation>ブックが壊れているか、途中で切れています</translation>
    </message>
    <message>
        <source>the rows of the workbook are not in order</source>
        <translation>ブックの行の順序が正しくありません</translation>
    </message>
    <message>
        <source>more than %1 columns</source>
        <translation>列が %1 を超えています</translation>
    </message>
    <message>
        <source>a cell is longer than %1 bytes</source>
        <translation>%1 バイトより長いセルがあります</translation>
    </message>
    <message>
        <source>the formula in %1 has no value; open the workbook in its program and save it again</source>
        <translation>%1 の数式に値がありません。元のプログラムで開いて保存し直してください</translation>
    </message>
    <message>
        <source>the cell %1 holds the error %2</source>
        <translation>セル %1 はエラー %2 です</translation>
    </message>
    <message>
        <source>the text of the cell %1 is missing</source>
        <translation>セル %1 の文字列がありません</translation>
    </message>
    <message>
        <source>the number in the cell %1 cannot be read</source>
        <translation>セル %1 の数を読めません</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::AboutDialog</name>
    <message>
        <source>About Tanaban</source>
        <translation>Tanaban について</translation>
    </message>
    <message>
        <source>Stock, orders and allocation that people can trust.
棚番 (tanaban) is the code on the shelf.</source>
        <translation>信頼できる在庫・受注・引当。
「棚番」は棚の番号のことです。</translation>
    </message>
    <message>
        <source>Made with Qt %1.</source>
        <translation>Qt %1 を使用しています。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ActionController</name>
    <message>
        <source>These goods are quarantined.</source>
        <translation>この在庫は隔離中です。</translation>
    </message>
    <message>
        <source>These goods are damaged.</source>
        <translation>この在庫は破損品です。</translation>
    </message>
    <message>
        <source>These goods have expired.</source>
        <translation>この在庫は期限切れです。</translation>
    </message>
    <message>
        <source>This product is no longer in use.</source>
        <translation>この商品は現在使われていません。</translation>
    </message>
    <message>
        <source>Nothing lies here.</source>
        <translation>ここには在庫がありません。</translation>
    </message>
    <message>
        <source>All of it is reserved.</source>
        <translation>すべて引当済みです。</translation>
    </message>
    <message>
        <source>Choose a row of stock first.</source>
        <translation>先に在庫の行を選んでください。</translation>
    </message>
    <message>
        <source>This stock is no longer there.</source>
        <translation>この在庫はもうありません。</translation>
    </message>
    <message>
        <source>The program ended before this was done. It did not happen; look at it and send it again if it is still wanted.</source>
        <translation>完了する前にプログラムが終了しました。この操作は行われていません。内容を確認し、必要であればもう一度実行してください。</translation>
    </message>
    <message>
        <source>From last time: %1</source>
        <translation>前回の操作: %1</translation>
    </message>
    <message>
        <source>Checking what became of the last entry…</source>
        <translation>前回の操作の結果を確認しています…</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>あなたの役割ではこの操作はできません。</translation>
    </message>
    <message>
        <source>Nothing is reserved here.</source>
        <translation>ここには引当がありません。</translation>
    </message>
    <message>
        <source>Only reserved goods are shipped; nothing is reserved here.</source>
        <translation>出荷できるのは引当済みの在庫だけです。ここには引当がありません。</translation>
    </message>
    <message>
        <source>At most %1 rows can be changed at once.</source>
        <translation>一度に変えられるのは %1 行までです。</translation>
    </message>
    <message>
        <source>The change of %1 is saved.</source>
        <translation>%1 の変更を保存しました。</translation>
    </message>
    <message>
        <source>What was to be undone last time was not undone.</source>
        <translation>前回元に戻そうとしたことは、行われませんでした。</translation>
    </message>
    <message>
        <source>This was being typed when the program ended, and was not sent. The stock has changed since: look at the figures.</source>
        <translation>プログラムが終わったとき入力中だったもので、送られていません。その後在庫が変わっています。数字を確かめてください。</translation>
    </message>
    <message>
        <source>This was being typed when the program ended. It was not sent.</source>
        <translation>プログラムが終わったとき入力中だったものです。送られていません。</translation>
    </message>
    <message>
        <source>What was set aside for orders is changed as asked.</source>
        <translation>受注のために取り置いた在庫を、依頼どおりに変更しました。</translation>
    </message>
    <message numerus="yes">
        <source>The allocation of %n order(s) is done.</source>
        <translation>
            <numerusform>受注 %n 件の引き当てが完了しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>From last time: what was asked for orders did not happen.</source>
        <translation>前回の続き: 受注に対する依頼は実行されていません。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::AdjustForm</name>
    <message>
        <source>Adjust</source>
        <translation>在庫調整</translation>
    </message>
    <message>
        <source>&amp;Adjust</source>
        <translation>調整する(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;More or less</source>
        <translation>増減(&amp;M)</translation>
    </message>
    <message>
        <source>+3 or -3</source>
        <translation>+3 または -3</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>棚卸</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>発見</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>紛失</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>破損</translation>
    </message>
    <message>
        <source>Expired and thrown away</source>
        <translation>期限切れのため廃棄</translation>
    </message>
    <message>
        <source>Wrong entry</source>
        <translation>入力間違い</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::AllocationBar</name>
    <message>
        <source>&amp;Filter</source>
        <translation>絞り込み(&amp;F)</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>受注引当</translation>
    </message>
    <message>
        <source>&amp;Due today or overdue</source>
        <translation>納期が今日まで(&amp;D)</translation>
    </message>
    <message>
        <source>Only orders that are due today or were due before</source>
        <translation>納期が今日か、すでに過ぎた受注だけ</translation>
    </message>
    <message>
        <source>Can be &amp;filled</source>
        <translation>満たせる(&amp;F)</translation>
    </message>
    <message>
        <source>Only orders that will lack nothing</source>
        <translation>すべて満たせる受注だけ</translation>
    </message>
    <message>
        <source>S&amp;hort</source>
        <translation>不足(&amp;H)</translation>
    </message>
    <message>
        <source>Only orders that will still lack something</source>
        <translation>まだ不足の残る受注だけ</translation>
    </message>
    <message>
        <source>&amp;Clear all filters</source>
        <translation>絞り込みをすべて解除(&amp;C)</translation>
    </message>
    <message>
        <source>Show all orders that wait: no filter, no search text</source>
        <translation>絞り込みと検索を解除し、在庫を待つ受注をすべて表示します</translation>
    </message>
    <message>
        <source>All</source>
        <comment>orders</comment>
        <translation>すべて</translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) waiting</source>
        <translation>
            <numerusform>待っている受注 %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln order(s) waiting</source>
        <translation>
            <numerusform>待っている受注 %Ln 件中 %1 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review: %Ln line(s) wait</source>
        <translation>
            <numerusform>承認待ち %Ln 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::AllocationPlace</name>
    <message>
        <source>Stock or orders were changed by others. The plan stays as you see it.</source>
        <translation>ほかの人が在庫か受注を変更しました。計画は表示のまま動きません。</translation>
    </message>
    <message>
        <source>No order fits</source>
        <translation>該当する受注がありません</translation>
    </message>
    <message>
        <source>No order that waits fits the search text and the filters.</source>
        <translation>検索の言葉と絞り込みに合う、在庫待ちの受注はありません。</translation>
    </message>
    <message>
        <source>No order is waiting for stock</source>
        <translation>在庫を待つ受注はありません</translation>
    </message>
    <message>
        <source>Open orders that still lack goods are listed here, each with the stock it would get and why. Orders can be imported from a table.</source>
        <translation>まだ品物の足りない受付中の受注が、割り当てられる在庫とその理由とともに並びます。受注は表から取り込めます。</translation>
    </message>
    <message>
        <source>&amp;Allocate</source>
        <translation>引き当てる(&amp;A)</translation>
    </message>
    <message>
        <source>Give the selected orders what the plan shows</source>
        <translation>選んだ受注に、計画どおりの在庫を割り当てます</translation>
    </message>
    <message>
        <source>Allocate all &amp;shown…</source>
        <translation>表示分をすべて引き当てる(&amp;S)…</translation>
    </message>
    <message>
        <source>Give all orders of the list what they can get, one after the other</source>
        <translation>一覧のすべての受注に、順に在庫を割り当てます</translation>
    </message>
    <message>
        <source>As &amp;planned</source>
        <translation>計画どおり(&amp;P)</translation>
    </message>
    <message>
        <source>Drop what was typed by hand, and show the plan again</source>
        <translation>手で入力した数量を取り消し、計画に戻します</translation>
    </message>
    <message>
        <source>It was called off; nothing was changed.</source>
        <translation>取りやめました。何も変わっていません。</translation>
    </message>
    <message>
        <source>It is not known yet whether the orders got their stock. It will be asked for at the next start.</source>
        <translation>受注に在庫が割り当てられたかどうか、まだ分かりません。次の起動時に確認します。</translation>
    </message>
    <message>
        <source>Allocation</source>
        <translation>受注引当</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>あなたの権限ではできません。</translation>
    </message>
    <message>
        <source>The orders are just getting their stock.</source>
        <translation>いま引き当てています。</translation>
    </message>
    <message>
        <source>No order is shown.</source>
        <translation>表示されている受注がありません。</translation>
    </message>
    <message>
        <source>Nothing was typed by hand.</source>
        <translation>手で入力した数量はありません。</translation>
    </message>
    <message>
        <source>Set aside for re&amp;view</source>
        <translation>承認待ちで確保(&amp;V)</translation>
    </message>
    <message>
        <source>Set the goods aside as planned; they are fetched only after a supervisor agreed</source>
        <translation>計画どおり品物を確保します。責任者が承認してから取りに行きます</translation>
    </message>
    <message>
        <source>&amp;Who has it…</source>
        <translation>誰が押さえているか(&amp;W)…</translation>
    </message>
    <message>
        <source>Show who has the goods of this line or row, and pass them on</source>
        <translation>この明細や行の品物を誰が押さえているかを示し、別の受注に回します</translation>
    </message>
    <message>
        <source>Choose an order first.</source>
        <translation>先に受注を選んでください。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::AsOfDialog</name>
    <message>
        <source>Stock as of a past moment</source>
        <translation>過去の時点の在庫</translation>
    </message>
    <message>
        <source>&amp;Moment</source>
        <translation>時点(&amp;M)</translation>
    </message>
    <message>
        <source>The list then shows what lay where at that moment, from the history of every change. It can be read, not changed.</source>
        <translation>一覧に、その時点でどこに何があったかを、すべての変更の履歴から表示します。見るだけで、変更はできません。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>表示(&amp;S)</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::BackupDialog</name>
    <message>
        <source>Back up</source>
        <translation>バックアップ</translation>
    </message>
    <message>
        <source>A copy of everything as it is at one moment, checked when it is written. Others go on working meanwhile.</source>
        <translation>ある時点のすべてを複製し、書き込んだものを検査します。その間も他の人は作業を続けられます。</translation>
    </message>
    <message>
        <source>&amp;Copy to</source>
        <translation>複製先(&amp;C)</translation>
    </message>
    <message>
        <source>Make a copy every &amp;day, while the program is open</source>
        <translation>プログラムを開いている間、毎日複製する(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;In the folder</source>
        <translation>フォルダー(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Keep as many copies</source>
        <translation>残す複製の数(&amp;K)</translation>
    </message>
    <message>
        <source>There is no daily copy yet.</source>
        <translation>毎日の複製はまだありません。</translation>
    </message>
    <message>
        <source>The last daily copy is of %1.</source>
        <translation>最後の毎日の複製：%1</translation>
    </message>
    <message>
        <source>A shared database is copied at the server, by whoever looks after it. These commands make a copy while everybody works, and bring it back into a new, empty database:</source>
        <translation>共有データベースの複製は、管理者がサーバーで作ります。次のコマンドで、作業を続けたまま複製を作り、新しい空のデータベースに戻せます。</translation>
    </message>
    <message>
        <source>Browse: %1</source>
        <translation>参照：%1</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Copy &amp;now</source>
        <translation>今すぐ複製(&amp;N)</translation>
    </message>
    <message>
        <source>There is a file with this name already; choose another.</source>
        <translation>この名前のファイルはすでにあります。別の名前にしてください。</translation>
    </message>
    <message>
        <source>Copied and checked: %1</source>
        <translation>複製し、検査しました：%1</translation>
    </message>
    <message>
        <source>A folder on another disk is safer. To go back to a copy, use “Restore a copy…”; the file you have now stays as it is.</source>
        <translation>別のディスクのフォルダーのほうが安全です。複製に戻るには「複製を復元…」を使います。今のファイルはそのまま残ります。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::BatchDialog</name>
    <message>
        <source>Allocate all open orders</source>
        <translation>すべての受注を引き当て</translation>
    </message>
    <message>
        <source>Allocate orders</source>
        <translation>受注を引き当て</translation>
    </message>
    <message>
        <source>St&amp;rategy</source>
        <translation>引当方針(&amp;R)</translation>
    </message>
    <message>
        <source>Orders get stock by priority, then due date. Each order is allocated whole in one step; it can be stopped at any time, and what is done by then stays done.</source>
        <translation>受注は優先度、納期の順に引き当てます。受注は一つずつまとめて処理するので、いつでも中止できます。それまでに済んだ分はそのまま残ります。</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>進みぐあい</translation>
    </message>
    <message>
        <source>&amp;Try the remaining lines again…</source>
        <translation>残りの明細をもう一度(&amp;T)…</translation>
    </message>
    <message>
        <source>Plan the orders of the selected lines once more, or of all that are shown (Ctrl+R)</source>
        <translation>選んだ明細、または表示中のすべての明細の受注をもう一度計画します (Ctrl+R)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>書き出し(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the lines into a file (Ctrl+E)</source>
        <translation>明細をファイルに書き出します (Ctrl+E)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>印刷(&amp;P)…</translation>
    </message>
    <message>
        <source>Print the lines (Ctrl+P)</source>
        <translation>明細を印刷します (Ctrl+P)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Allocate</source>
        <translation>引き当てる(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>中止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Reading the orders…</source>
        <translation>受注を読み込んでいます…</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>あなたの権限ではできません。</translation>
    </message>
    <message>
        <source>No open order lacks stock.</source>
        <translation>在庫の足りない受付中の受注はありません。</translation>
    </message>
    <message>
        <source>%1 lines of %2 orders lack stock.</source>
        <translation>受注 %2 件の明細 %1 行に在庫が足りません。</translation>
    </message>
    <message>
        <source>Stopping: what is under way comes to its end…</source>
        <translation>中止しています。処理中の分が終わるのを待っています…</translation>
    </message>
    <message>
        <source>Reading the orders and planning…</source>
        <translation>受注を読み込み、計画しています…</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>明細 %1 / %2 行</translation>
    </message>
    <message>
        <source>%1 lines per second</source>
        <translation>毎秒 %1 行</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>残り約 %1 秒</translation>
    </message>
    <message>
        <source>about %1 min left</source>
        <translation>残り約 %1 分</translation>
    </message>
    <message>
        <source>others were faster %1 times; planned again</source>
        <translation>ほかの人が先だったため %1 回計画し直し</translation>
    </message>
    <message>
        <source>The database does not answer. What was sent is asked for again; it happens once at most.</source>
        <translation>データベースの応答がありません。送った処理の結果を問い合わせています。行われるのは多くて一度です。</translation>
    </message>
    <message>
        <source>%1 lines done, %2 partly, %3 short, %4 blocked.</source>
        <translation>済み %1 行、一部 %2 行、不足 %3 行、不可 %4 行。</translation>
    </message>
    <message>
        <source>The database does not answer. Of %1 lines it is not known whether they were done; it goes on asking. Closing this loses nothing: the next start tells what happened.</source>
        <translation>データベースの応答がありません。明細 %1 行は行われたかどうか不明で、問い合わせを続けています。閉じても何も失われず、次に開いたときに結果を知らせます。</translation>
    </message>
    <message>
        <source>The database stopped answering in between. What follows is known now; %1 lines were not begun.</source>
        <translation>途中でデータベースの応答がなくなりました。以下の結果は確定しています。明細 %1 行は未着手です。</translation>
    </message>
    <message>
        <source>Stopped. Every order is allocated as one or left as it was; %1 lines were not begun.</source>
        <translation>中止しました。どの受注も、まとめて引き当てたか、元のままです。明細 %1 行は未着手です。</translation>
    </message>
    <message>
        <source>Only &amp;set the goods aside: a supervisor has to agree first</source>
        <translation>品物の確保だけ(&amp;S)。先に責任者の承認が要ります</translation>
    </message>
    <message>
        <source>&amp;Who has it…</source>
        <translation>誰が押さえているか(&amp;W)…</translation>
    </message>
    <message>
        <source>Show who has the goods that the selected line lacks, and pass them on (Ctrl+Alt+W)</source>
        <translation>選んだ明細に足りない品物を誰が押さえているかを示し、回してもらいます (Ctrl+Alt+W)</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::Card</name>
    <message>
        <source>%1: %2</source>
        <comment>name of a card, its number</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ChipRow</name>
    <message>
        <source>Remove the filter %1</source>
        <translation>フィルター %1 を外す</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>so many more filters</comment>
        <translation>+%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more filter(s)</source>
        <translation>
            <numerusform>ほかのフィルター %n 件</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ClaimList</name>
    <message>
        <source>Reserved for</source>
        <translation>引当先</translation>
    </message>
    <message>
        <source>%1 · %2 · since %3</source>
        <extracomment>for whom, how much, since when</extracomment>
        <translation>%1 · %2 · %3 から</translation>
    </message>
    <message numerus="yes">
        <source>and %n more…</source>
        <translation>
            <numerusform>ほか %n 件…</numerusform>
        </translation>
    </message>
    <message>
        <source>Show all who have some of it</source>
        <translation>押さえている人をすべて表示します</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ColumnsPage</name>
    <message>
        <source>Column in the file</source>
        <translation>ファイルの列</translation>
    </message>
    <message>
        <source>or the same for all lines</source>
        <translation>または全行に共通の値</translation>
    </message>
    <message>
        <source>For example</source>
        <translation>例</translation>
    </message>
    <message>
        <source>%1 *</source>
        <comment>a field that is needed</comment>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>ファイルにない</translation>
    </message>
    <message>
        <source>The same for all lines: %1</source>
        <translation>全行に共通：%1</translation>
    </message>
    <message>
        <source>Choose how 28 February 2027 is written</source>
        <translation>2027 年 2 月 28 日の書き方を選んでください</translation>
    </message>
    <message>
        <source>Dates are written like</source>
        <translation>日付の書き方</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>必須</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field: value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>how dates are written</source>
        <translation>日付の書き方</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>field: value in the file → value that is taken</comment>
        <translation>%1：%2 → %3</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::CompareStrategies</name>
    <message>
        <source>&amp;First</source>
        <translation>一つ目(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Second</source>
        <translation>二つ目(&amp;S)</translation>
    </message>
    <message>
        <source>First</source>
        <translation>一つ目</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>二つ目</translation>
    </message>
    <message>
        <source>Compare strategies</source>
        <translation>引当方針を比べる</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Reading the open orders…</source>
        <translation>受付中の受注を読み込んでいます…</translation>
    </message>
    <message>
        <source>No open order lacks stock, so there is nothing to compare.</source>
        <translation>在庫の足りない受付中の受注がないため、比べるものがありません。</translation>
    </message>
    <message>
        <source>What all open orders would get now, by the one or by the other. Nothing is written.</source>
        <translation>受付中の受注すべてが、いまそれぞれの方針で得る在庫です。何も書き込みません。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ConfirmDialog</name>
    <message>
        <source>Confirm picks of order %1</source>
        <translation>受注 %1 のピッキングを確定</translation>
    </message>
    <message>
        <source>It is not known yet whether the picks of order %1 were booked. It will be asked for at the next start.</source>
        <translation>受注 %1 のピッキングが登録されたかどうかは、まだわかりません。次に起動したときに確認します。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>確定(&amp;C)</translation>
    </message>
    <message>
        <source>Reading what is to be fetched…</source>
        <translation>集めるものを読み込んでいます…</translation>
    </message>
    <message>
        <source>There is nothing to fetch: no goods are set aside for this order, or they wait for review.</source>
        <translation>集めるものがありません。この受注には引き当てられた商品がないか、承認待ちです。</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n stop(s) ticked off.</source>
        <translation>
            <numerusform>%n 行のうち %1 行に印が付いています。</numerusform>
        </translation>
    </message>
    <message>
        <source>It was called off; nothing was changed.</source>
        <translation>取りやめました。何も変わっていません。</translation>
    </message>
    <message>
        <source>The rest was called off; what is left of it stands here.</source>
        <translation>残りは取りやめました。残った分はここに並んでいます。</translation>
    </message>
    <message>
        <source>Order %1: %2</source>
        <comment>its number, what was done</comment>
        <translation>受注 %1: %2</translation>
    </message>
    <message>
        <source>Everything of this order was sent. Confirm, and it is completed.</source>
        <translation>この受注の商品はすべて出庫されました。確定すると完了になります。</translation>
    </message>
    <message>
        <source>This was being typed when the program ended. What was not booked stands here.</source>
        <translation>プログラムが終わったときに入力中でした。まだ登録されていない分がここにあります。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ConnectDialog</name>
    <message>
        <source>Connect to a server</source>
        <translation>サーバーに接続</translation>
    </message>
    <message>
        <source>Encrypted if the server offers it</source>
        <translation>サーバーが対応していれば暗号化</translation>
    </message>
    <message>
        <source>Only encrypted</source>
        <translation>暗号化のみ</translation>
    </message>
    <message>
        <source>Only encrypted, and only to this very server</source>
        <translation>暗号化のみ、サーバーの確認あり</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>暗号化しない</translation>
    </message>
    <message>
        <source>name or address of the server</source>
        <translation>サーバーの名前かアドレス</translation>
    </message>
    <message>
        <source>&amp;Server</source>
        <translation>サーバー(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>ポート(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>データベース(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Login</source>
        <translation>ログイン名(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Encryption</source>
        <translation>暗号化(&amp;E)</translation>
    </message>
    <message>
        <source>If the server wants a password, it is asked for next.</source>
        <translation>パスワードが必要なら、次に尋ねます。</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>接続(&amp;C)</translation>
    </message>
    <message>
        <source>Type the name of the server and of the database.</source>
        <translation>サーバーとデータベースの名前を入力してください。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::DailyBackup</name>
    <message>
        <source>The daily copy could not be made. %1</source>
        <translation>毎日の複製を作れませんでした。%1</translation>
    </message>
    <message>
        <source>The daily copy was made: %1</source>
        <translation>毎日の複製を作りました：%1</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::DetailsPanel</name>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Select a row to see what it is,
who holds it and what happened to it.</source>
        <translation>在庫を選ぶと、内容と引当先、
これまでの履歴を表示します。</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>ゾーン</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>棚番</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>ロット</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>保管条件</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>入庫</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>引当先</translation>
    </message>
    <message>
        <source>%1 available</source>
        <comment>after the big figure; %1 is the unit</comment>
        <translation>%1 引当可能</translation>
    </message>
    <message>
        <source>%1 on hand, nothing reserved</source>
        <translation>在庫 %1、引当なし</translation>
    </message>
    <message>
        <source>%1 on hand, %2 of it reserved</source>
        <translation>在庫 %1、うち引当済 %2</translation>
    </message>
    <message>
        <source>never</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>orders %1</source>
        <translation>受注 %1</translation>
    </message>
    <message numerus="yes">
        <source>reserved by hand %1 (%Ln time(s))</source>
        <translation>
            <numerusform>手動引当 %1（%Ln 件）</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>see the history</source>
        <translation>履歴を参照</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::DifferenceModel</name>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>必要</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>違い</translation>
    </message>
    <message>
        <source>other stock</source>
        <translation>別の在庫</translation>
    </message>
    <message>
        <source>%1 instead of %2</source>
        <comment>results of a line: done instead of short</comment>
        <translation>%2 → %1</translation>
    </message>
    <message>
        <source>Order / line</source>
        <translation>受注 / 明細</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::EffectView</name>
    <message>
        <source>Also lines that only get &amp;other stock</source>
        <translation>在庫だけが変わる明細も(&amp;O)</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>受注</translation>
    </message>
    <message>
        <source>Whole orders</source>
        <translation>全部そろう受注</translation>
    </message>
    <message>
        <source>Lines done</source>
        <translation>済みの明細</translation>
    </message>
    <message>
        <source>Lines partly</source>
        <translation>一部の明細</translation>
    </message>
    <message>
        <source>Lines short</source>
        <translation>不足の明細</translation>
    </message>
    <message>
        <source>Lines from several places</source>
        <translation>複数の場所から取る明細</translation>
    </message>
    <message>
        <source>Places to go to</source>
        <translation>回る場所</translation>
    </message>
    <message>
        <source>Units left that expire within 30 days</source>
        <translation>30 日以内に期限が来て残る数</translation>
    </message>
    <message>
        <source>Search the lines</source>
        <translation>明細を検索</translation>
    </message>
    <message>
        <source>Order or product…</source>
        <translation>受注、商品…</translation>
    </message>
    <message>
        <source>Lines that differ</source>
        <translation>結果の違う明細</translation>
    </message>
    <message>
        <source>Every line gets the same.</source>
        <translation>どの明細も同じ結果です。</translation>
    </message>
    <message>
        <source>%1 of %2 lines that differ</source>
        <translation>結果の違う明細 %1 / %2 行</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ExportDialog</name>
    <message>
        <source>Export the table</source>
        <translation>表の書き出し</translation>
    </message>
    <message>
        <source>How far it is</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>CSV: text for any program</source>
        <translation>CSV：どのプログラムでも読める文字の表</translation>
    </message>
    <message>
        <source>XLSX: a workbook for Excel, LibreOffice and others</source>
        <translation>XLSX：Excel や LibreOffice などのブック</translation>
    </message>
    <message>
        <source>F&amp;ormat</source>
        <translation>形式(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>書き出す(&amp;E)</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>書き出し先</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV の表 (*.csv)</translation>
    </message>
    <message>
        <source>Workbooks (*.xlsx)</source>
        <translation>ブック (*.xlsx)</translation>
    </message>
    <message>
        <source>Counting the rows…</source>
        <translation>行数を確認中…</translation>
    </message>
    <message>
        <source>%1 rows and %2 columns, as the table shows them.</source>
        <translation>表に出ているとおり、%1 行と %2 列です。</translation>
    </message>
    <message>
        <source>This is a folder. Type the name of a file in it.</source>
        <translation>これはフォルダーです。その中のファイル名を入力してください。</translation>
    </message>
    <message>
        <source>There is a file of this name; it will be replaced.</source>
        <translation>同じ名前のファイルがあります。置き換えられます。</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>中止(&amp;S)</translation>
    </message>
    <message>
        <source>%1 rows written</source>
        <comment>so far</comment>
        <translation>%1 行を書き出しました</translation>
    </message>
    <message>
        <source>%1 rows were written into %2.</source>
        <translation>%1 行を %2 に書き出しました。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::FactsCard</name>
    <message>
        <source>lot %1</source>
        <translation>ロット %1</translation>
    </message>
    <message>
        <source>expires %1</source>
        <translation>期限 %1</translation>
    </message>
    <message>
        <source>On hand</source>
        <translation>在庫数</translation>
    </message>
    <message>
        <source>Reserved</source>
        <comment>figure</comment>
        <translation>引当済</translation>
    </message>
    <message>
        <source>Available</source>
        <comment>figure</comment>
        <translation>引当可能</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::FilterBar</name>
    <message>
        <source>&amp;Filter</source>
        <translation>絞り込み(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Clear all filters</source>
        <translation>絞り込みをすべて解除(&amp;C)</translation>
    </message>
    <message>
        <source>All stock</source>
        <translation>すべての在庫</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Show only some of the stock</source>
        <translation>表示する在庫を絞り込みます</translation>
    </message>
    <message>
        <source>Show all stock again: no filter, no search text, every zone</source>
        <translation>絞り込み・検索・ゾーンの指定を解除し、すべての在庫を表示します</translation>
    </message>
    <message>
        <source>&amp;Low</source>
        <translation>在庫僅少(&amp;L)</translation>
    </message>
    <message>
        <source>Products at or below their reorder point</source>
        <translation>発注点以下の商品</translation>
    </message>
    <message>
        <source>E&amp;xpiring within %1 days</source>
        <translation>期限まで %1 日以内(&amp;X)</translation>
    </message>
    <message>
        <source>Goods that may still be used, but not for long</source>
        <translation>まだ使えるが、期限の近い商品</translation>
    </message>
    <message>
        <source>&amp;Expired</source>
        <translation>期限切れ(&amp;E)</translation>
    </message>
    <message>
        <source>Goods that may no longer be used</source>
        <translation>もう使えない商品</translation>
    </message>
    <message>
        <source>&amp;Reserved</source>
        <translation>引当あり(&amp;R)</translation>
    </message>
    <message>
        <source>Stock of which something is reserved</source>
        <translation>引当のある在庫</translation>
    </message>
    <message>
        <source>Status: %1</source>
        <translation>状態: %1</translation>
    </message>
    <message>
        <source>Only goods with this status</source>
        <translation>この状態の商品だけ</translation>
    </message>
    <message>
        <source>Only goods stored under this condition</source>
        <translation>この保管条件の商品だけ</translation>
    </message>
    <message>
        <source>Show e&amp;mpty rows</source>
        <translation>在庫ゼロも表示(&amp;M)</translation>
    </message>
    <message>
        <source>Also places where the goods have run out</source>
        <translation>在庫がなくなった場所も表示します</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>検索中…</translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>件数を確認中…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>not %1</source>
        <comment>filter chip: what is left out</comment>
        <translation>%1 以外</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::FindingsTable</name>
    <message>
        <source>What the check found</source>
        <translation>確認の結果</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>Value</source>
        <comment>what stands in the field</comment>
        <translation>値</translation>
    </message>
    <message>
        <source>mapping</source>
        <translation>対応付け</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>見つかったこと</translation>
    </message>
    <message>
        <source>Proposed</source>
        <comment>what was probably meant</comment>
        <translation>提案</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::GiveBackDialog</name>
    <message>
        <source>&amp;Give back and cancel</source>
        <translation>解除して取り消す(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Cancel order %1</source>
        <translation>受注 %1 の取消</translation>
    </message>
    <message numerus="yes">
        <source>Goods are set aside for %n line(s) of this order: %1.</source>
        <translation>
            <numerusform>この受注の明細 %n 件に引当があります: %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>They are free for others again, and the order ends for good; it stays on record.</source>
        <translation>引当は解除されてほかで使えるようになり、受注はここで終わります。記録には残ります。</translation>
    </message>
    <message>
        <source>It was called off; nothing was changed.</source>
        <translation>取りやめました。何も変わっていません。</translation>
    </message>
    <message>
        <source>It is not known yet whether this happened. It will be asked for at the next start.</source>
        <translation>行われたかどうかはまだわかりません。次の起動時に確かめます。</translation>
    </message>
    <message>
        <source>Others went on with these goods meanwhile, so nothing was given back and the order stands. Go back, look at it, and cancel it again if that is still wanted.</source>
        <translation>その間にほかの人がこの商品の作業を進めたため、何も解除せず、受注もそのままです。戻って確認し、まだ必要ならもう一度取り消してください。</translation>
    </message>
    <message>
        <source>No goods are set aside for this order.</source>
        <translation>この受注に引き当てられた商品はありません。</translation>
    </message>
    <message>
        <source>It ends for good; it stays on record.</source>
        <translation>取り消しは元に戻せません。記録は残ります。</translation>
    </message>
    <message>
        <source>&amp;Cancel the order</source>
        <translation>受注を取り消す(&amp;C)</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::HistoryBar</name>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>絞り込み(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Clear all filters</source>
        <translation>絞り込みをすべて解除(&amp;C)</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Show only some of the history</source>
        <translation>履歴の一部だけを表示します</translation>
    </message>
    <message>
        <source>Show the whole history again: no filter, no search text</source>
        <translation>絞り込みと検索をすべて外し、履歴全体を表示します</translation>
    </message>
    <message>
        <source>Only what happened in this time</source>
        <translation>この期間の記録だけを表示します</translation>
    </message>
    <message>
        <source>&amp;Today</source>
        <translation>今日(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Yesterday</source>
        <translation>昨日(&amp;Y)</translation>
    </message>
    <message>
        <source>Last &amp;7 days</source>
        <translation>過去 7 日間(&amp;7)</translation>
    </message>
    <message>
        <source>Last &amp;30 days</source>
        <translation>過去 30 日間(&amp;3)</translation>
    </message>
    <message>
        <source>Only changes of this kind</source>
        <translation>この種類の変更だけを表示します</translation>
    </message>
    <message numerus="yes">
        <source>%Ln entry(s)</source>
        <translation>
            <numerusform>%Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>counting…</source>
        <translation>件数を確認中…</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a span of time</comment>
        <translation>%1 から %2 まで</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2 on %n day(s)</source>
        <comment>times of day</comment>
        <translation>
            <numerusform>%1 ～ %2（%n 日間）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) of time</source>
        <translation>
            <numerusform>%n 個の時間帯</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>Product: %1</source>
        <translation>商品: %1</translation>
    </message>
    <message>
        <source>Lot: %1</source>
        <translation>ロット: %1</translation>
    </message>
    <message>
        <source>Warehouse: %1</source>
        <translation>倉庫: %1</translation>
    </message>
    <message>
        <source>Zone: %1</source>
        <translation>ゾーン: %1</translation>
    </message>
    <message>
        <source>In no bin</source>
        <translation>棚番なし</translation>
    </message>
    <message>
        <source>Bin: %1</source>
        <translation>棚番: %1</translation>
    </message>
    <message>
        <source>Stock row: %1</source>
        <translation>在庫の行: %1</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>受注: %1</translation>
    </message>
    <message>
        <source>Partner: %1</source>
        <translation>取引先: %1</translation>
    </message>
    <message>
        <source>Person: %1</source>
        <translation>担当者: %1</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::HistoryDetails</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Select an entry to see who did what,
and what was left.</source>
        <translation>記録を選ぶと、誰が何をして、
何が残ったかが表示されます。</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>受注</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>倉庫</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>ゾーン</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>棚番</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>ロット</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>On hand then</source>
        <translation>その時の在庫</translation>
    </message>
    <message>
        <source>Reserved then</source>
        <translation>その時の引当</translation>
    </message>
    <message>
        <source>Available then</source>
        <translation>その時の有効</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>コマンド</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::HistoryModel</name>
    <message>
        <source>order %1</source>
        <translation>受注 %1</translation>
    </message>
    <message>
        <source>then %1 available, %2 on hand</source>
        <translation>引当可能 %1、在庫 %2</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::HistoryPlace</name>
    <message>
        <source>Go to the stock &amp;row</source>
        <translation>在庫の行へ移る(&amp;R)</translation>
    </message>
    <message>
        <source>Show the row of stock that this entry changed (Enter does it too)</source>
        <translation>この記録が変えた在庫の行を表示します（Enter でも移れます）</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Nothing here fits</source>
        <translation>該当する記録がありません</translation>
    </message>
    <message>
        <source>Nothing has happened yet</source>
        <translation>まだ記録がありません</translation>
    </message>
    <message>
        <source>No entry fits the search text and the filters.</source>
        <translation>検索の言葉と絞り込みに合う記録がありません。</translation>
    </message>
    <message>
        <source>Every change of stock will be listed here, the newest first.</source>
        <translation>在庫が変わるたびに、新しい順でここに記録されます。</translation>
    </message>
    <message>
        <source>Choose an entry first.</source>
        <translation>先に記録を選んでください。</translation>
    </message>
    <message>
        <source>Go to the stock row</source>
        <translation>在庫の行へ移る</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::HoldersDialog</name>
    <message>
        <source>no open order lacks this</source>
        <translation>不足している受注はありません</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>誰が押さえているか</translation>
    </message>
    <message>
        <source>It was called off; nothing was changed.</source>
        <translation>取りやめました。何も変わっていません。</translation>
    </message>
    <message>
        <source>It is not known yet whether this happened. It will be asked for at the next start.</source>
        <translation>行われたかどうかはまだわかりません。次の起動時に確かめます。</translation>
    </message>
    <message>
        <source>Li&amp;ne of the order</source>
        <translation>受注の明細(&amp;N)</translation>
    </message>
    <message>
        <source>Place and lot</source>
        <translation>場所とロット</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先順</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>納期</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>Pass on &amp;to</source>
        <translation>回す先(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>数量(&amp;Q)</translation>
    </message>
    <message>
        <source>More urgent</source>
        <translation>急ぎ</translation>
    </message>
    <message>
        <source>Promised to the customer</source>
        <translation>得意先と約束済み</translation>
    </message>
    <message>
        <source>Entered late</source>
        <translation>登録が遅れた</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>理由(&amp;E)</translation>
    </message>
    <message>
        <source>Show the &amp;order</source>
        <translation>受注を表示(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Pass on</source>
        <translation>回す(&amp;P)</translation>
    </message>
    <message>
        <source>This stock is no longer there.</source>
        <translation>この在庫はもうありません。</translation>
    </message>
    <message>
        <source>The order %1 lacks nothing.</source>
        <translation>受注 %1 に不足はありません。</translation>
    </message>
    <message>
        <source>In all warehouses</source>
        <translation>すべての倉庫</translation>
    </message>
    <message>
        <source>There is nothing to pass on.</source>
        <translation>回せるものがありません。</translation>
    </message>
    <message>
        <source>Nobody has any of it.</source>
        <translation>誰も押さえていません。</translation>
    </message>
    <message>
        <source>No open order lacks these goods, so nothing need be passed on.</source>
        <translation>この商品が不足している受付中の受注はないので、回す必要はありません。</translation>
    </message>
    <message>
        <source>Your role does not allow passing goods on; a supervisor can do it.</source>
        <translation>あなたの権限では回せません。責任者ができます。</translation>
    </message>
    <message>
        <source>Choose the order that is to get the goods.</source>
        <translation>回す先の受注を選んでください。</translation>
    </message>
    <message>
        <source>Choose whose goods are to be passed on.</source>
        <translation>どの分を回すかを選んでください。</translation>
    </message>
    <message>
        <source>How much? Sums such as 12*6 can be typed.</source>
        <translation>いくつですか。12*6 のような計算も入力できます。</translation>
    </message>
    <message>
        <source>%1 has only %2 of it here.</source>
        <translation>%1 にはここで %2 しかありません。</translation>
    </message>
    <message>
        <source>%1 lacks only %2.</source>
        <translation>%1 の不足は %2 だけです。</translation>
    </message>
    <message>
        <source>The reason stays in the history; it is needed.</source>
        <translation>理由は履歴に残ります。入力が必要です。</translation>
    </message>
    <message>
        <source>Go to the order that has these goods</source>
        <translation>この在庫を押さえている受注に移ります</translation>
    </message>
    <message>
        <source>There is no order to show here.</source>
        <translation>表示する受注がありません。</translation>
    </message>
    <message>
        <source>Passed on %1 of %2 from %3 to %4.</source>
        <translation>%2 %1 を %3 から %4 に回しました。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what somebody did; when</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>Somebody else changed this stock meanwhile.</source>
        <translation>その間にほかの人がこの在庫を変えました。</translation>
    </message>
    <message>
        <source>Nothing was changed. The list shows how it is now; what you typed is kept.</source>
        <translation>何も変わっていません。一覧は今の状態です。入力はそのまま残っています。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ImportDialog</name>
    <message>
        <source>Import the &amp;good lines, and leave the others out</source>
        <translation>正しい行だけ取り込む(&amp;G)</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>ファイルの取り込み</translation>
    </message>
    <message>
        <source>&amp;What is in the file</source>
        <translation>ファイルの内容(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>確認(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>取り込む(&amp;I)</translation>
    </message>
    <message>
        <source>Mappings (*.json)</source>
        <translation>対応表 (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>The check writes nothing; it tells what would be written, and what is wrong with which line.</source>
        <translation>確認では何も書き込みません。何が書き込まれ、どの行のどこが誤っているかを知らせます。</translation>
    </message>
    <message>
        <source>Lines in the file: %1. To write: %2, unchanged: %3, left out: %4, refused: %5.</source>
        <translation>ファイルの行：%1。書き込む：%2、変更なし：%3、除外：%4、誤り：%5。</translation>
    </message>
    <message>
        <source>This file has been imported before; there is nothing left to do.</source>
        <translation>このファイルは取り込み済みです。することはありません。</translation>
    </message>
    <message>
        <source>Only the first %1 findings are shown.</source>
        <translation>最初の %1 件だけを表示しています。</translation>
    </message>
    <message>
        <source>This file had been imported before; nothing was changed.</source>
        <translation>このファイルは取り込み済みでした。何も変更していません。</translation>
    </message>
    <message>
        <source>Imported. Lines written: %1.</source>
        <translation>取り込みました。書き込んだ行：%1。</translation>
    </message>
    <message>
        <source>The database does not answer, so it is not known whether this happened. Press Import again: it happens once at most.</source>
        <translation>データベースが答えないので、行われたか分かりません。もう一度「取り込む」を押してください。二度行われることはありません。</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>先にファイルを選んでください。</translation>
    </message>
    <message>
        <source>Check the file first; nothing is written then.</source>
        <translation>先にファイルを確認してください。確認では何も書き込みません。</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx)</source>
        <translation>表 (*.csv *.tsv *.txt *.xlsx)</translation>
    </message>
    <message>
        <source>The mapping names columns that the file does not have: %1.</source>
        <translation>対応付けにある列がファイルにありません：%1</translation>
    </message>
    <message>
        <source>The mapping was saved as %1.</source>
        <translation>対応付けを %1 に保存しました。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 に書き込めません：%2</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3.</source>
        <translation>%1 行目、%2 列目：%3。</translation>
    </message>
    <message>
        <source>The file is empty; its first line must name the columns.</source>
        <translation>ファイルが空です。最初の行に列の名前が必要です。</translation>
    </message>
    <message>
        <source>The same for all lines: %1.</source>
        <translation>全行に共通：%1</translation>
    </message>
    <message>
        <source>Still to be said: %1.</source>
        <translation>指定が必要：%1</translation>
    </message>
    <message>
        <source>Still to be said, by a column of the file or for all lines: %1.</source>
        <translation>ファイルの列か、全行に共通の値を指定してください：%1</translation>
    </message>
    <message>
        <source>a table as .csv or .xlsx; its first line names the columns</source>
        <translation>.csv または .xlsx の表（最初の行に列の名前）</translation>
    </message>
    <message>
        <source>C&amp;olumns</source>
        <translation>列(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>プレビュー(&amp;P)</translation>
    </message>
    <message>
        <source>What the check foun&amp;d</source>
        <translation>確認の結果(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Load a mapping…</source>
        <translation>対応付けを読み込む(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Save the mapping…</source>
        <translation>対応付けを保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Lines read: %1</source>
        <comment>so far</comment>
        <translation>読み込んだ行：%1</translation>
    </message>
    <message>
        <source>Lines checked: %1 of %2</source>
        <comment>so far</comment>
        <translation>確認した行：%1 / %2</translation>
    </message>
    <message>
        <source>Everything is being written, in one step that cannot be cut in two…</source>
        <translation>すべてを一度に書き込んでいます。この処理は途中で止められません…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>中止(&amp;S)</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>中止しました。</translation>
    </message>
    <message>
        <source>Others can work in between. Written as a whole, either all of it is there or nothing, but everybody waits until it is. What is left over when it is stopped is written when the same file is imported again.</source>
        <translation>書き込みの合間に、ほかの人も作業できます。一度に書き込むと、すべてか何もなしかのどちらかになりますが、終わるまで全員が待つことになります。途中で中止しても、同じファイルをもう一度取り込めば残りが書き込まれます。</translation>
    </message>
    <message>
        <source>&amp;Take what is proposed</source>
        <translation>提案どおりに読む(&amp;T)</translation>
    </message>
    <message>
        <source>Reads these values as proposed from now on, in all lines, and checks the file again. The file itself is not changed.</source>
        <translation>これらの値を以後すべての行で提案どおりに読み、ファイルを確認し直します。ファイル自体は変わりません。</translation>
    </message>
    <message>
        <source>Read as something else: %1.</source>
        <translation>読み替え：%1。</translation>
    </message>
    <message>
        <source>Nothing was written; check the file again when you like.</source>
        <translation>何も書き込まれていません。いつでももう一度確認できます。</translation>
    </message>
    <message>
        <source>Lines written: %1, not yet: %2. Import the same file again to go on; nothing is written twice.</source>
        <translation>書き込んだ行：%1、残り：%2。同じファイルをもう一度取り込むと続きから書き込みます。二重に書き込まれることはありません。</translation>
    </message>
    <message>
        <source>Others are changing the same things. Check the file again in a moment.</source>
        <translation>ほかの人が同じものを変更しています。少し待ってから、もう一度確認してください。</translation>
    </message>
    <message>
        <source>Lines written: %1 of %2</source>
        <comment>so far</comment>
        <translation>書き込んだ行：%1 / %2</translation>
    </message>
    <message>
        <source>Write in pa&amp;rts, so that nobody has to wait</source>
        <translation>分けて書き込み、誰も待たせない(&amp;R)</translation>
    </message>
    <message>
        <source>Lines written: %1. Meanwhile others changed what some lines need; those were refused. What the check found tells which and why.</source>
        <translation>書き込んだ行：%1。その間にほかの人の変更があり、一部の行は書き込めませんでした。どの行がなぜかは「確認の結果」にあります。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::LabelDialog</name>
    <message>
        <source>Print labels</source>
        <translation>ラベルの印刷</translation>
    </message>
    <message numerus="yes">
        <source>Selected: %Ln row(s)</source>
        <translation>
            <numerusform>選択した %Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The whole list: %Ln row(s)</source>
        <translation>
            <numerusform>一覧全体の %Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Labels &amp;for</source>
        <translation>対象(&amp;F)</translation>
    </message>
    <message>
        <source>As fits best</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>コード(&amp;C)</translation>
    </message>
    <message>
        <source>Label printer</source>
        <translation>ラベルプリンター</translation>
    </message>
    <message>
        <source>&amp;Labels</source>
        <translation>ラベル(&amp;L)</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>Width of a label</source>
        <translation>ラベルの幅</translation>
    </message>
    <message>
        <source>Height of a label</source>
        <translation>ラベルの高さ</translation>
    </message>
    <message>
        <source>%1 dots per inch</source>
        <translation>%1 dpi</translation>
    </message>
    <message>
        <source>&amp;Width and height</source>
        <translation>幅と高さ(&amp;W)</translation>
    </message>
    <message>
        <source>P&amp;rinter</source>
        <translation>プリンター(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Begin at label</source>
        <translation>開始位置(&amp;B)</translation>
    </message>
    <message>
        <source>Copies of &amp;each</source>
        <translation>各ラベルの枚数(&amp;E)</translation>
    </message>
    <message>
        <source> of %1</source>
        <comment>label 5 of 24</comment>
        <translation> / %1</translation>
    </message>
    <message>
        <source>At most %1 labels can be made at once. Search for fewer rows, or select them.</source>
        <translation>一度に作れるラベルは %1 件までです。検索で行を絞り込むか、行を選んでください。</translation>
    </message>
    <message>
        <source>Reading the rows…</source>
        <translation>行を読み込んでいます…</translation>
    </message>
    <message>
        <source>Making the labels…</source>
        <translation>ラベルを作っています…</translation>
    </message>
    <message>
        <source>There is nothing here that a label could be made for.</source>
        <translation>ラベルを作れるものがありません。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) cannot be made.</source>
        <translation>
            <numerusform>作れないラベルが %Ln 件あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>24 labels, 1 page</comment>
        <translation>%1、%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s)</source>
        <translation>
            <numerusform>ラベル %Ln 枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln ページ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::LedgerModel</name>
    <message>
        <source>Time</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>What</source>
        <comment>column: what happened</comment>
        <translation>内容</translation>
    </message>
    <message>
        <source>Left</source>
        <comment>column: on hand afterwards</comment>
        <translation>残り</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>受注</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::LedgerView</name>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::MainWindow</name>
    <message>
        <source>%1 — Tanaban</source>
        <comment>title of the window; %1 is the database</comment>
        <translation>%1 — Tanaban</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>ツール</translation>
    </message>
    <message>
        <source>Search or scan</source>
        <translation>検索・スキャン</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>デスクトップに合わせる(&amp;D)</translation>
    </message>
    <message>
        <source>Light or dark, as the desktop is set</source>
        <translation>デスクトップの設定に合わせて明暗を切り替えます</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>Dark text on a light ground</source>
        <translation>明るい背景に暗い文字</translation>
    </message>
    <message>
        <source>D&amp;ark</source>
        <translation>ダーク(&amp;A)</translation>
    </message>
    <message>
        <source>Light text on a dark ground</source>
        <translation>暗い背景に明るい文字</translation>
    </message>
    <message>
        <source>Show the window in this language</source>
        <translation>この言語で表示します</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>応答なし</translation>
    </message>
    <message>
        <source>The database answers.</source>
        <translation>データベースは応答しています。</translation>
    </message>
    <message>
        <source>The database does not answer. What is shown is from before; the window goes on asking.</source>
        <translation>データベースが応答しません。表示は以前の内容です。確認を続けています。</translation>
    </message>
    <message>
        <source>Search or scan…  (Ctrl+F)</source>
        <translation>検索・スキャン…  (Ctrl+F)</translation>
    </message>
    <message>
        <source>The data was brought up to date for this program. As it was before, it lies in %1.</source>
        <translation>データをこのプログラムに合わせて更新しました。前の状態は %1 にあります。</translation>
    </message>
    <message>
        <source>The database does not answer since %1. What you see is from before; nothing typed is lost.</source>
        <translation>%1 からデータベースが答えません。表示はそれ以前のものです。入力したものは失われません。</translation>
    </message>
    <message>
        <source>%1 — %2 — Tanaban</source>
        <comment>title of the window: place, database</comment>
        <translation>%1 — %2 — Tanaban</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Show everything in this size</source>
        <translation>すべてをこの大きさで表示します</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ManualWindow</name>
    <message>
        <source>Manual</source>
        <translation>説明書</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目次</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::MergeDialog</name>
    <message>
        <source>Changed by two people</source>
        <translation>二人が変更</translation>
    </message>
    <message>
        <source>Somebody else changed %1 too</source>
        <translation>%1 はほかの人も変更しました</translation>
    </message>
    <message numerus="yes">
        <source>%n other field(s) do not clash; both changes are kept.</source>
        <translation>
            <numerusform>ほかの %n 項目は重ならないので、両方の変更を残します。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing has been saved yet. What you typed is kept.</source>
        <translation>まだ何も保存していません。入力したものは残っています。</translation>
    </message>
    <message>
        <source>When you opened it</source>
        <translation>開いたとき</translation>
    </message>
    <message>
        <source>Theirs</source>
        <translation>相手</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>自分</translation>
    </message>
    <message>
        <source>%1, theirs: %2</source>
        <translation>%1、相手：%2</translation>
    </message>
    <message>
        <source>%1, yours: %2</source>
        <translation>%1、自分：%2</translation>
    </message>
    <message>
        <source>All &amp;theirs</source>
        <translation>すべて相手(&amp;T)</translation>
    </message>
    <message>
        <source>All &amp;mine</source>
        <translation>すべて自分(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Choose for each field first.</source>
        <translation>先に項目ごとに選んでください。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::MoveForm</name>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>移動する(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>数量(&amp;Q)</translation>
    </message>
    <message>
        <source>To &amp;warehouse</source>
        <translation>移動先の倉庫(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Zone</source>
        <translation>ゾーン(&amp;Z)</translation>
    </message>
    <message>
        <source>B&amp;in</source>
        <translation>棚番(&amp;I)</translation>
    </message>
    <message>
        <source>No zone here takes these goods.</source>
        <translation>この商品を置けるゾーンがここにありません。</translation>
    </message>
    <message>
        <source>%1 of this lot lie there already.</source>
        <translation>このロットが %1 すでにあります。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::MovementDialog</name>
    <message>
        <source>One line for each &amp;lot</source>
        <translation>ロットごとに一行(&amp;L)</translation>
    </message>
    <message>
        <source>Movement report</source>
        <translation>入出庫集計</translation>
    </message>
    <message>
        <source>This month so far</source>
        <translation>今月これまで</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>先月</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>過去 7 日間</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>These days:</source>
        <translation>日付を指定</translation>
    </message>
    <message>
        <source>&amp;Warehouse</source>
        <translation>倉庫(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Zone</source>
        <translation>ゾーン(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>期間(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>開始日(&amp;F)</translation>
    </message>
    <message>
        <source>T&amp;o and with</source>
        <translation>終了日（当日を含む）(&amp;O)</translation>
    </message>
    <message>
        <source>Reading the warehouses…</source>
        <translation>倉庫を読み込んでいます…</translation>
    </message>
    <message>
        <source>All zones</source>
        <translation>すべてのゾーン</translation>
    </message>
    <message>
        <source>The last day is before the first one.</source>
        <translation>終了日が開始日より前です。</translation>
    </message>
    <message>
        <source>Adding up the ledger…</source>
        <translation>履歴を集計しています…</translation>
    </message>
    <message numerus="yes">
        <source>⚠ %Ln line(s) do not add up.</source>
        <translation>
            <numerusform>⚠ 計算の合わない行が %Ln 行あります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Movements %1 to %2</source>
        <comment>title of a report; from one day to another</comment>
        <translation>入出庫集計 %1～%2</translation>
    </message>
    <message>
        <source>Opening + in − out = closing. What was moved within the place is left out.</source>
        <translation>期首 + 入 − 出 = 期末。場所の中での移動は含みません。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) do not add up: the ledger is damaged. Run “tanabanctl verify”, and tell whoever looks after the database.</source>
        <translation>
            <numerusform>計算の合わない行が %Ln 行あります。履歴が壊れています。「tanabanctl verify」を実行し、データベースの管理者に知らせてください。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing lay there, and nothing came or went.</source>
        <translation>在庫も入出庫もありません。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>120 lines, 3 pages</comment>
        <translation>%1、%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln ページ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::NamedFiltersMenu</name>
    <message>
        <source>&amp;Save this filter…</source>
        <translation>このフィルターを保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Saved &amp;filters…</source>
        <translation>保存したフィルター(&amp;F)…</translation>
    </message>
    <message>
        <source>Give what is searched for now a name, to find it in this menu</source>
        <translation>今の検索に名前を付け、このメニューから使えるようにします</translation>
    </message>
    <message>
        <source>Rename or delete the filters that have a name</source>
        <translation>名前を付けたフィルターの改名や削除をします</translation>
    </message>
    <message>
        <source>Search for %1</source>
        <translation>%1 を検索します</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::NewCompanyDialog</name>
    <message>
        <source>Start empty</source>
        <translation>空から始める</translation>
    </message>
    <message>
        <source>as people call it</source>
        <translation>呼び名</translation>
    </message>
    <message>
        <source>&amp;Name of the first warehouse</source>
        <translation>最初の倉庫の名前(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>コード(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Time zone</source>
        <translation>時間帯(&amp;T)</translation>
    </message>
    <message>
        <source>Zones to begin with</source>
        <translation>最初のゾーン</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>Sta&amp;rt</source>
        <translation>始める(&amp;R)</translation>
    </message>
    <message>
        <source>Where the new data is kept</source>
        <translation>新しいデータの置き場所</translation>
    </message>
    <message>
        <source>Databases (*.db *.sqlite)</source>
        <translation>データベース (*.db *.sqlite)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>What is the first warehouse called?</source>
        <translation>最初の倉庫の名前を入力してください。</translation>
    </message>
    <message>
        <source>Goods are received into a zone: choose at least one.</source>
        <translation>入庫先のゾーンが要ります。一つ以上選んでください。</translation>
    </message>
    <message>
        <source>Name the file with its folder, from / on.</source>
        <translation>ファイルはフォルダーから（/ から）書いてください。</translation>
    </message>
    <message>
        <source>There is such a file already. It will not be replaced; choose another name.</source>
        <translation>そのファイルはすでにあります。置き換えません。別の名前にしてください。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::OpenDatabaseDialog</name>
    <message>
        <source>Open database</source>
        <translation>データベースを開く</translation>
    </message>
    <message>
        <source>&amp;File or address of the server</source>
        <translation>ファイルまたはサーバーのアドレス(&amp;F)</translation>
    </message>
    <message>
        <source>For example %1</source>
        <translation>例: %1</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開く(&amp;O)</translation>
    </message>
    <message>
        <source>Databases (*.db *.sqlite)</source>
        <translation>データベース (*.db *.sqlite)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::OpeningPage</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>開いています…</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>担当者を選んでください</translation>
    </message>
    <message>
        <source>What you change is written down under your name.</source>
        <translation>変更は選んだ担当者の名前で記録されます。</translation>
    </message>
    <message>
        <source>The database could not be opened</source>
        <translation>データベースを開けませんでした</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Open another database…</source>
        <translation>別のデータベースを開く…</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進み具合</translation>
    </message>
    <message>
        <source>It was stopped; nothing of it was kept.</source>
        <translation>中止しました。何も残していません。</translation>
    </message>
    <message>
        <source>Making a new database…</source>
        <translation>新しいデータベースを作っています…</translation>
    </message>
    <message>
        <source>It is there whole, or not at all.</source>
        <translation>全部できるか、何も残らないかのどちらかです。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>The server asks for your password</source>
        <translation>サーバーがパスワードを求めています</translation>
    </message>
    <message>
        <source>Connect to a server…</source>
        <translation>サーバーに接続…</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>パスワード</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>ログイン</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 を開く</translation>
    </message>
    <message>
        <source>The server knows you by another name</source>
        <translation>サーバーには別の名前でログインしています</translation>
    </message>
    <message>
        <source>Work as who I logged in as</source>
        <translation>ログインした人として作業する</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::OrderBar</name>
    <message>
        <source>&amp;Filter</source>
        <translation>絞り込み(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Clear all filters</source>
        <translation>絞り込みをすべて解除(&amp;C)</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>受注</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>絞り込み</translation>
    </message>
    <message>
        <source>Show only some of the orders</source>
        <translation>受注を絞り込みます</translation>
    </message>
    <message>
        <source>Show every order there is: no filter, no search text</source>
        <translation>絞り込みと検索を解除し、すべての受注を表示します</translation>
    </message>
    <message>
        <source>Only orders in this state</source>
        <translation>この状態の受注だけ</translation>
    </message>
    <message>
        <source>O&amp;verdue</source>
        <translation>納期超過(&amp;V)</translation>
    </message>
    <message>
        <source>Only unfinished orders whose day is over</source>
        <translation>納期を過ぎた未完了の受注だけ</translation>
    </message>
    <message>
        <source>Due &amp;today</source>
        <translation>納期が今日(&amp;T)</translation>
    </message>
    <message>
        <source>Only unfinished orders of today</source>
        <translation>納期が今日の未完了の受注だけ</translation>
    </message>
    <message>
        <source>Due within a &amp;week</source>
        <translation>納期が 1 週間以内(&amp;W)</translation>
    </message>
    <message>
        <source>Only unfinished orders of today and the next seven days</source>
        <translation>納期が今日から 7 日以内の未完了の受注だけ</translation>
    </message>
    <message>
        <source>&amp;Short of goods</source>
        <translation>在庫不足(&amp;S)</translation>
    </message>
    <message>
        <source>Only open orders with a line for which goods are still to be set aside</source>
        <translation>まだ引き当てが足りない明細のある受付中の受注だけ</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>what was searched for</comment>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>Partner: %1</source>
        <translation>取引先: %1</translation>
    </message>
    <message>
        <source>Order: %1</source>
        <translation>受注: %1</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::OrderLineRow</name>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>No product has this code or barcode.</source>
        <translation>このコードまたはバーコードの商品はありません。</translation>
    </message>
    <message>
        <source>Which product?</source>
        <translation>商品を入力してください。</translation>
    </message>
    <message>
        <source>It must be more than nothing.</source>
        <translation>0 より大きい数量にしてください。</translation>
    </message>
    <message>
        <source>%1 are set aside or shipped; it cannot be less.</source>
        <translation>%1 が引当または出荷済みのため、これより減らせません。</translation>
    </message>
    <message>
        <source>How many?</source>
        <translation>数量を入力してください。</translation>
    </message>
    <message>
        <source>Goods are set aside for this line. Release them first.</source>
        <translation>この明細には引当があります。先に解除してください。</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>この明細を削除します</translation>
    </message>
    <message>
        <source>%1, %2 of it set aside or shipped</source>
        <comment>unit, quantity</comment>
        <translation>%1（うち %2 引当・出荷済み）</translation>
    </message>
    <message>
        <source>Product, line %1</source>
        <translation>商品、明細 %1</translation>
    </message>
    <message>
        <source>Quantity, line %1</source>
        <translation>数量、明細 %1</translation>
    </message>
    <message>
        <source>Remove line %1</source>
        <translation>明細 %1 を削除</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::OrderLinesEdit</name>
    <message>
        <source>Add a line</source>
        <translation>明細を追加</translation>
    </message>
    <message>
        <source>Enter in the last field adds one too</source>
        <translation>最後の欄で Enter を押しても追加できます</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <comment>of an order; what is wrong</comment>
        <translation>明細 %1：%2</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::OrderPanel</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Select an order to see its lines,
where their goods lie, and who did what.</source>
        <translation>受注を選ぶと、明細、在庫のある場所、
誰が何をしたかを表示します。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>納期</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先順</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>明細</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>lines of an order with goods, all its lines</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>lines allocated</source>
        <translation>明細引当済み</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) shipped</source>
        <translation>
            <numerusform>%n 明細出荷済み</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) still lack goods</source>
        <translation>
            <numerusform>%n 明細が在庫不足</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 still lacking</source>
        <translation>不足 %1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more line(s)</source>
        <translation>
            <numerusform>ほか %n 明細</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>number of an order line, what it says</comment>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::OrdersPlace</name>
    <message>
        <source>&amp;New order…</source>
        <translation>新しい受注(&amp;N)…</translation>
    </message>
    <message>
        <source>Write down what a customer wants, and until when</source>
        <translation>得意先の注文と納期を登録します</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>&amp;Edit order…</source>
        <translation>受注を編集(&amp;E)…</translation>
    </message>
    <message>
        <source>Change the selected order and its lines</source>
        <translation>選んだ受注とその明細を変更します</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>&amp;Cancel order</source>
        <translation>受注を取り消す(&amp;C)</translation>
    </message>
    <message>
        <source>Nothing of the selected order is wanted any more; it stays on record</source>
        <translation>選んだ受注を取り消します。記録には残ります</translation>
    </message>
    <message>
        <source>Show histor&amp;y</source>
        <translation>履歴を表示(&amp;Y)</translation>
    </message>
    <message>
        <source>Go to the history of stock of the selected order</source>
        <translation>選んだ受注に関する在庫の履歴へ移ります</translation>
    </message>
    <message>
        <source>Only this &amp;partner</source>
        <translation>この取引先だけ(&amp;P)</translation>
    </message>
    <message>
        <source>Show only orders of the partner of the selected order</source>
        <translation>選んだ受注の取引先の受注だけを表示します</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>受注</translation>
    </message>
    <message>
        <source>No order fits</source>
        <translation>該当する受注がありません</translation>
    </message>
    <message>
        <source>There is none that fits the search text and the filters.</source>
        <translation>検索の言葉と絞り込みに合う受注はありません。</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>あなたの権限ではできません。</translation>
    </message>
    <message>
        <source>Choose an order first.</source>
        <translation>先に受注を選んでください。</translation>
    </message>
    <message>
        <source>The order is completed or cancelled and stays as it is.</source>
        <translation>受注は完了または取り消されているため変更できません。</translation>
    </message>
    <message>
        <source>No line of this order lacks goods.</source>
        <translation>この受注に不足の明細はありません。</translation>
    </message>
    <message>
        <source>Goods are fetched only for open orders.</source>
        <translation>集めるのは受付中の受注の商品だけです。</translation>
    </message>
    <message>
        <source>Pick &amp;list…</source>
        <translation>ピッキングリスト(&amp;L)…</translation>
    </message>
    <message>
        <source>Print what is to be fetched for the selected orders, in walking order</source>
        <translation>選んだ受注の集める商品を、歩く順に印刷します</translation>
    </message>
    <message>
        <source>Pick list</source>
        <translation>ピックリスト</translation>
    </message>
    <message>
        <source>Con&amp;firm picks…</source>
        <translation>ピッキングを確定(&amp;F)…</translation>
    </message>
    <message>
        <source>Tell what was fetched for the selected order, and ship it</source>
        <translation>選んだ受注について集めた数を登録し、出庫します</translation>
    </message>
    <message>
        <source>Confirm picks</source>
        <translation>ピック確定</translation>
    </message>
    <message>
        <source>&amp;Who has it…</source>
        <translation>誰が押さえているか(&amp;W)…</translation>
    </message>
    <message>
        <source>Show who has the goods that the selected order lacks, and pass them on</source>
        <translation>選んだ受注に足りない商品を誰が押さえているかを表示し、回します</translation>
    </message>
    <message>
        <source>Who has it</source>
        <translation>誰が押さえているか</translation>
    </message>
    <message>
        <source>Only open orders have goods that can be given back.</source>
        <translation>品物を戻せるのは受付中の受注だけです。</translation>
    </message>
    <message>
        <source>&amp;Give goods back…</source>
        <translation>品物を戻す(&amp;G)…</translation>
    </message>
    <message>
        <source>Show what is set aside for the selected order, and give some or all of it back</source>
        <translation>選んだ受注のために確保した品物を示し、一部または全部を戻します</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>戻す</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>受注取消</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::OverviewPlace</name>
    <message>
        <source>Looking through the stock…</source>
        <translation>在庫を調べています…</translation>
    </message>
    <message>
        <source>Nothing needs anybody now</source>
        <translation>今、手の要るものはありません</translation>
    </message>
    <message>
        <source>Nothing is low, expiring, expired, quarantined or damaged, and every zone has room.</source>
        <translation>不足、期限間近、期限切れ、保留、破損はなく、どのゾーンにも空きがあります。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>all warehouses, as of %1</source>
        <translation>全倉庫、%1 現在</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::PagesView</name>
    <message>
        <source>First page</source>
        <translation>最初のページ</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>前のページ</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>次のページ</translation>
    </message>
    <message>
        <source>Last page</source>
        <translation>最後のページ</translation>
    </message>
    <message>
        <source>Full width</source>
        <translation>幅に合わせる</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>page 2 of 7</comment>
        <translation>/ %1</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>%1 / %2 ページ</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::Palette</name>
    <message>
        <source>Go to anything</source>
        <translation>何でも探す</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>見つかったもの</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>その名前のものはありません。</translation>
    </message>
    <message>
        <source>Place, action, product, order, bin or lot…</source>
        <translation>場所、操作、商品、受注、棚番、ロット…</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::PaperDialog</name>
    <message>
        <source>How far it is</source>
        <translation>進みぐあい</translation>
    </message>
    <message>
        <source>This page could not be made: %1</source>
        <translation>このページを作れませんでした：%1</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Save as P&amp;DF…</source>
        <translation>PDF に保存(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>印刷(&amp;P)…</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>レター</translation>
    </message>
    <message>
        <source>Portrait</source>
        <translation>縦</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>横</translation>
    </message>
    <message>
        <source>Pap&amp;er</source>
        <translation>用紙(&amp;E)</translation>
    </message>
    <message>
        <source>Di&amp;rection</source>
        <translation>向き(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>中止(&amp;S)</translation>
    </message>
    <message>
        <source>Stopped. Pages that were sent to the printer already may still come out.</source>
        <translation>中止しました。プリンターに送られたページは、このあと出てくることがあります。</translation>
    </message>
    <message>
        <source>Stopped. No file was written.</source>
        <translation>中止しました。ファイルは作られていません。</translation>
    </message>
    <message>
        <source>A page could not be made, and nothing more was printed: %1</source>
        <translation>ページを作れなかったため、その先は印刷されていません：%1</translation>
    </message>
    <message>
        <source>The printer did not take the pages. Choose another one, or save them as PDF.</source>
        <translation>プリンターがページを受け付けませんでした。別のプリンターを選ぶか、PDF に保存してください。</translation>
    </message>
    <message>
        <source>%1 could not be written: %2 Choose another folder or name.</source>
        <translation>%1 に書き込めませんでした：%2 別のフォルダーか名前を選んでください。</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF に保存</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF ファイル (*.pdf)</translation>
    </message>
    <message>
        <source>%1 of %2 pages saved</source>
        <comment>so far</comment>
        <translation>%1 / %2 ページを保存しました</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) were saved as %1.</source>
        <translation>
            <numerusform>%Ln ページを %1 に保存しました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>These are %Ln pages of paper. Print all of them?</source>
        <translation>
            <numerusform>紙で %Ln ページになります。すべて印刷しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>Filters make the table shorter; a PDF or an export needs no paper.</source>
        <translation>絞り込むと短くなります。PDF や書き出しなら紙は要りません。</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Print %Ln page(s)</source>
        <translation>
            <numerusform>%Ln ページを印刷(&amp;P)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 pages printed</source>
        <comment>so far</comment>
        <translation>%1 / %2 ページを印刷しました</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s) were sent to the printer %1.</source>
        <translation>
            <numerusform>%Ln ページをプリンター %1 に送りました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::PartnerField</name>
    <message>
        <source>code or name</source>
        <translation>コードまたは名前</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::PickListDialog</name>
    <message>
        <source>Pick list</source>
        <translation>ピッキングリスト</translation>
    </message>
    <message>
        <source>Of the product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Of the bin</source>
        <translation>棚番</translation>
    </message>
    <message>
        <source>None</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Bar &amp;codes</source>
        <translation>バーコード(&amp;C)</translation>
    </message>
    <message>
        <source>Reading what is to be fetched…</source>
        <translation>集めるものを読み込んでいます…</translation>
    </message>
    <message>
        <source>There is nothing to fetch: no goods are set aside for what is selected.</source>
        <translation>集めるものがありません。選んだ受注には引き当てられた商品がありません。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is set aside for: %1</source>
        <translation>引当のない受注: %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Making the pages…</source>
        <translation>ページを作っています…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>12 stops in 7 places, 2 pages</comment>
        <translation>%1、%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln ページ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::PickTable</name>
    <message>
        <source>Stops</source>
        <translation>集める行</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>棚番</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>To fetch</source>
        <translation>集める数</translation>
    </message>
    <message>
        <source>Picked</source>
        <translation>集めた数</translation>
    </message>
    <message>
        <source>Why less</source>
        <translation>少ない理由</translation>
    </message>
    <message>
        <source>Ticked off by Enter, a scan or a click</source>
        <translation>Enter、スキャン、クリックで印が付きます</translation>
    </message>
    <message>
        <source>Picked of %1 in %2</source>
        <comment>product, bin</comment>
        <translation>%2 の %1 を集めた数</translation>
    </message>
    <message>
        <source>Why less of %1 in %2</source>
        <comment>product, bin</comment>
        <translation>%2 の %1 が少ない理由</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>見つからない</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>破損</translation>
    </message>
    <message>
        <source>Wrong lot</source>
        <translation>ロット違い</translation>
    </message>
    <message>
        <source>why, in a few words</source>
        <translation>理由を短く</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>bin, product</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1: how much was picked? 0 for nothing.</source>
        <translation>%1: いくつ集めましたか。なければ 0 です。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, what is wrong there</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: only %2 were to be fetched.</source>
        <translation>%1: 集める数は %2 までです。</translation>
    </message>
    <message>
        <source>%1: %2 less than was to be fetched; a reason is needed.</source>
        <translation>%1: 集める数より %2 少なくなっています。理由が必要です。</translation>
    </message>
    <message>
        <source>Fetch lot %1 of %2, not lot %3.</source>
        <translation>%2 はロット %1 を集めます。これはロット %3 です。</translation>
    </message>
    <message>
        <source>Nothing to fetch here has the code %1.</source>
        <translation>コード %1 は、ここで集める商品にありません。</translation>
    </message>
    <message>
        <source>%1 is ticked off already.</source>
        <translation>%1 にはもう印が付いています。</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>期限切れ</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::PlaceChooser</name>
    <message>
        <source>not in use</source>
        <translation>使用停止</translation>
    </message>
    <message>
        <source>not for these goods</source>
        <translation>この商品は不可</translation>
    </message>
    <message>
        <source>full</source>
        <translation>満杯</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>how full a zone is</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>the zone itself</source>
        <translation>棚番なし</translation>
    </message>
    <message>
        <source>%1 cannot take these goods: %2.</source>
        <comment>a bin, and why not</comment>
        <translation>%1 にはこの品物を置けません：%2。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::PlanConflictDialog</name>
    <message>
        <source>The plan was overtaken: stock or orders changed</source>
        <translation>計画のあとに在庫か受注が変わりました</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::PlanModel</name>
    <message>
        <source>all that is wanted</source>
        <translation>必要な分すべて</translation>
    </message>
    <message>
        <source>%1 short: nothing of it is in stock</source>
        <translation>%1 不足: 在庫がありません</translation>
    </message>
    <message>
        <source>%1 short</source>
        <comment>a quantity that cannot be had</comment>
        <translation>%1 不足</translation>
    </message>
    <message>
        <source>by hand instead of %1</source>
        <translation>手入力（計画は %1）</translation>
    </message>
    <message>
        <source>by hand (%1)</source>
        <comment>%1 says why it was not chosen</comment>
        <translation>手入力（%1）</translation>
    </message>
    <message numerus="yes">
        <source>Passed over: %n</source>
        <comment>%n rows of stock</comment>
        <translation>
            <numerusform>使わない在庫: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Line, place</source>
        <translation>明細・場所</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>ロット</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>入庫日</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>必要</translation>
    </message>
    <message>
        <source>Free</source>
        <comment>quantity that can be taken</comment>
        <translation>引当可能</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>計画</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>more than is wanted</source>
        <translation>必要な数より多い</translation>
    </message>
    <message>
        <source>nothing, for other lines of the order are short</source>
        <translation>なし（受注のほかの明細が足りないため）</translation>
    </message>
    <message>
        <source>nothing, for the whole lacks %1</source>
        <translation>なし（全量には %1 足りないため）</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::PlanPanel</name>
    <message>
        <source>Choose orders to see what they would get.</source>
        <translation>受注を選ぶと、割り当てられる在庫が出ます。</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more line(s) come at the end of the list, as one goes there.</source>
        <translation>
            <numerusform>ほかに %Ln 行あります。リストの終わりまで進むと続きが出ます。</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an order first.</source>
        <translation>先に受注を選んでください。</translation>
    </message>
    <message>
        <source>What was typed by hand cannot be: %1</source>
        <translation>手で入力した数量ではできません: %1</translation>
    </message>
    <message>
        <source>There is nothing that the selected orders could get.</source>
        <translation>選んだ受注に割り当てられる在庫がありません。</translation>
    </message>
    <message>
        <source>Strategy: %1</source>
        <translation>引当方針: %1</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::PlanView</name>
    <message>
        <source>Plan: which stock is taken, and why</source>
        <translation>計画: どの在庫をなぜ使うか</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::PreviewTable</name>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>mapping</source>
        <translation>対応付け</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::PriorityTable</name>
    <message>
        <source>Priority</source>
        <translation>優先順</translation>
    </message>
    <message>
        <source>Zones and their priorities</source>
        <translation>ゾーンと優先度</translation>
    </message>
    <message>
        <source>Warehouse</source>
        <translation>倉庫</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>ゾーン</translation>
    </message>
    <message>
        <source>Zone name</source>
        <translation>ゾーン名</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>保管条件</translation>
    </message>
    <message>
        <source>How full</source>
        <translation>使用率</translation>
    </message>
    <message>
        <source>%1 of %2 (%3 %)</source>
        <translation>%1 / %2（%3 %）</translation>
    </message>
    <message>
        <source>%1/%2: a priority is a whole number from 0 to %3, or empty.</source>
        <translation>%1/%2: 優先度は 0 から %3 までの整数か、空欄です。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ProductField</name>
    <message>
        <source>code, barcode or name</source>
        <translation>コード・名前など</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ReasonBox</name>
    <message>
        <source>why, in a few words</source>
        <translation>理由を短く</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ReasonedForm</name>
    <message>
        <source>R&amp;eason</source>
        <translation>理由(&amp;E)</translation>
    </message>
    <message>
        <source>The reason stays in the history; it is needed.</source>
        <translation>理由は履歴に残ります。必ず入力してください。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ReceiveForm</name>
    <message>
        <source>Receive</source>
        <translation>入庫</translation>
    </message>
    <message>
        <source>&amp;Receive</source>
        <translation>入庫する(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Product</source>
        <translation>商品(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>数量(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Warehouse</source>
        <translation>倉庫(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Zone</source>
        <translation>ゾーン(&amp;Z)</translation>
    </message>
    <message>
        <source>B&amp;in</source>
        <translation>棚番(&amp;I)</translation>
    </message>
    <message>
        <source>named after the receipt</source>
        <translation>空欄なら自動で付けます</translation>
    </message>
    <message>
        <source>&amp;Lot</source>
        <translation>ロット(&amp;L)</translation>
    </message>
    <message>
        <source>+30, 2027-02, or a date</source>
        <translation>+30、2027-02、または日付</translation>
    </message>
    <message>
        <source>E&amp;xpires</source>
        <translation>期限(&amp;X)</translation>
    </message>
    <message>
        <source>Which product?</source>
        <translation>商品を入力してください。</translation>
    </message>
    <message>
        <source>No product has this code or barcode.</source>
        <translation>このコードまたはバーコードの商品はありません。</translation>
    </message>
    <message>
        <source>No zone here takes these goods.</source>
        <translation>この商品を置けるゾーンがここにありません。</translation>
    </message>
    <message>
        <source>This lot expires on %1.</source>
        <translation>このロットの期限は %1 です。</translation>
    </message>
    <message>
        <source>This lot does not expire.</source>
        <translation>このロットに期限はありません。</translation>
    </message>
    <message>
        <source>This is not a day. Type +30, 2027-02 or a date.</source>
        <translation>日付ではありません。+30、2027-02、または日付を入力してください。</translation>
    </message>
    <message>
        <source>%1: already past.</source>
        <translation>%1: すでに過ぎています。</translation>
    </message>
    <message>
        <source>No product has the barcode %1.</source>
        <translation>バーコード %1 の商品はありません。</translation>
    </message>
    <message>
        <source>This is %1. Finish or leave what you began with %2 first.</source>
        <translation>これは %1 です。先に %2 の入力を済ませるか、やめてください。</translation>
    </message>
    <message>
        <source>No product or bin has the code %1.</source>
        <translation>コード %1 の商品も棚もありません。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::RecordDetails</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Select a row to see what it is
and who changed it.</source>
        <translation>行を選ぶと、内容と
変更した人が表示されます。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>kind of record, its code</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 available</source>
        <comment>after the big figure; %1 is the unit</comment>
        <translation>%1 引当可能</translation>
    </message>
    <message>
        <source>%1 on hand, nothing reserved</source>
        <translation>在庫 %1、引当なし</translation>
    </message>
    <message>
        <source>%1 on hand, %2 of it reserved</source>
        <translation>在庫 %1、うち引当済 %2</translation>
    </message>
    <message>
        <source>units on hand</source>
        <translation>点の在庫</translation>
    </message>
    <message>
        <source>%1 % of what fits in</source>
        <comment>how full a zone is</comment>
        <translation>容量の %1 %</translation>
    </message>
    <message>
        <source>open orders</source>
        <translation>件の未完了の受注</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::RecordForm</name>
    <message>
        <source>New: %1</source>
        <comment>title of a form; %1 is a kind of record</comment>
        <translation>新規：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title of a form; kind of record, its code</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>It was called off; nothing was changed.</source>
        <translation>取りやめました。何も変更していません。</translation>
    </message>
    <message>
        <source>It is not known yet whether this happened. It will be asked for at the next start.</source>
        <translation>行われたかどうか、まだ分かりません。次に起動したときに確かめます。</translation>
    </message>
    <message>
        <source>+30, 2027-02, or a date</source>
        <translation>+30、2027-02、または日付</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>This is not a day. Type +30, 2027-02 or a date.</source>
        <translation>日付ではありません。+30、2027-02、または日付を入力してください。</translation>
    </message>
    <message>
        <source>This is not a number that can stand here.</source>
        <translation>ここに使える数ではありません。</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what somebody changed; when and who</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1 stays as the other person left it.</source>
        <translation>%1 は相手が変えたままにしました。</translation>
    </message>
    <message>
        <source>Goods are set aside for a line, or were shipped: it cannot go, become less than that, or be for another product. Release the goods first.</source>
        <translation>引当または出荷済みの明細です。削除、その数より減らすこと、商品の変更はできません。先に引当を解除してください。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::RecordForms</name>
    <message>
        <source>The program ended before %1 was taken out of use or into it again; it is as it was.</source>
        <translation>%1 の使用停止または使用再開の前にプログラムが終了しました。元のままです。</translation>
    </message>
    <message>
        <source>The program ended before order %1 was cancelled; it is as it was.</source>
        <translation>受注 %1 を取り消す前にプログラムが終了しました。元のままです。</translation>
    </message>
    <message>
        <source>The program ended before this was done. It did not happen; look at it and save it again if it is still wanted.</source>
        <translation>これが済む前にプログラムが終わりました。行われていません。確かめて、まだ必要なら保存し直してください。</translation>
    </message>
    <message>
        <source>This was being typed when the program ended. It was not saved.</source>
        <translation>プログラムが終わったとき入力中だったものです。保存されていません。</translation>
    </message>
    <message>
        <source>Somebody else changed this just now. Look at it and try again.</source>
        <translation>たった今ほかの人が変更しました。確かめてやり直してください。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::RecordModel</name>
    <message>
        <source>%1 of %2</source>
        <comment>what lies in a zone, and what fits in</comment>
        <translation>%2 中 %1</translation>
    </message>
    <message>
        <source>Out of use</source>
        <translation>使用停止</translation>
    </message>
    <message>
        <source>the zone itself</source>
        <translation>ゾーン全体</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::RecordPlace</name>
    <message>
        <source>&amp;Show what is out of use</source>
        <translation>使用停止も表示(&amp;S)</translation>
    </message>
    <message>
        <source>List also what can no longer be used</source>
        <translation>使用停止のものも一覧に出します</translation>
    </message>
    <message>
        <source>New: %1…</source>
        <comment>%1 is a kind of record</comment>
        <translation>新規：%1…</translation>
    </message>
    <message>
        <source>Make a new record of the kind: %1</source>
        <translation>新しく作ります：%1</translation>
    </message>
    <message>
        <source>Edit: %1…</source>
        <comment>%1 is a kind of record</comment>
        <translation>編集：%1…</translation>
    </message>
    <message>
        <source>Change the selected record of the kind: %1</source>
        <translation>選んだものを変更します：%1</translation>
    </message>
    <message>
        <source>Take out of use: %1</source>
        <comment>%1 is a kind of record</comment>
        <translation>使用停止にする：%1</translation>
    </message>
    <message>
        <source>It is no longer offered; what is there stays on record</source>
        <translation>以後は選べなくなります。記録は残ります</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Warehouses &amp; zones</source>
        <translation>倉庫とゾーン</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>取引先</translation>
    </message>
    <message>
        <source>People</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>あなたの役割ではできません。</translation>
    </message>
    <message>
        <source>Choose what it belongs to first.</source>
        <translation>先に属する場所を選んでください。</translation>
    </message>
    <message>
        <source>Choose a row first.</source>
        <translation>先に行を選んでください。</translation>
    </message>
    <message>
        <source>Use again: %1</source>
        <comment>%1 is a kind of record</comment>
        <translation>使用中に戻す：%1</translation>
    </message>
    <message>
        <source>&amp;Clear the search</source>
        <translation>検索を解除(&amp;C)</translation>
    </message>
    <message>
        <source>Show the whole list again</source>
        <translation>一覧をすべて表示します</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>編集</translation>
    </message>
    <message>
        <source>Take out of use</source>
        <translation>使用停止</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>使用再開</translation>
    </message>
    <message>
        <source>Show histor&amp;y</source>
        <translation>履歴を表示(&amp;Y)</translation>
    </message>
    <message>
        <source>Go to the history of stock of the selected record</source>
        <translation>選んだデータに関わる在庫の履歴へ移ります</translation>
    </message>
    <message>
        <source>Labels: %1…</source>
        <comment>%1 is a kind of record</comment>
        <translation>ラベル：%1…</translation>
    </message>
    <message>
        <source>Print labels with bar codes for the selected rows: %1</source>
        <translation>選んだ行のバーコードラベルを印刷します：%1</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>what was searched for</comment>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>with what is out of use</source>
        <translation>使用停止のものを含む</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::RecordSection</name>
    <message>
        <source>Nothing here fits</source>
        <translation>該当するものがありません</translation>
    </message>
    <message>
        <source>Nothing has the words “%1” in its code, its name or another text.</source>
        <translation>コード、名称、そのほかの項目に「%1」を含むものはありません。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::RestoreDialog</name>
    <message>
        <source>Restore a copy</source>
        <translation>複製を復元</translation>
    </message>
    <message>
        <source>The copy is brought into a new file, checked, and shown beside what is open. Nothing is replaced: you decide then which of the two to go on with.</source>
        <translation>複製を新しいファイルに戻して検査し、今開いているものと並べて表示します。何も置き換えません。どちらで続けるかは、見比べてから決められます。</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>New &amp;file</source>
        <translation>新しいファイル(&amp;F)</translation>
    </message>
    <message>
        <source>Browse: %1</source>
        <translation>参照：%1</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Restore and compare</source>
        <translation>復元して比較(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Go on with the copy</source>
        <translation>複製で続ける(&amp;G)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Warehouses</source>
        <translation>倉庫</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>受注</translation>
    </message>
    <message>
        <source>Stock rows with goods</source>
        <translation>在庫のある行</translation>
    </message>
    <message>
        <source>Entries in the history</source>
        <translation>履歴の件数</translation>
    </message>
    <message>
        <source>Last change of stock</source>
        <translation>最後の在庫の変更</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>今開いているもの</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>The copy has every change of stock that is in the open file.</source>
        <translation>今開いているファイルの在庫の変更は、すべて複製にあります。</translation>
    </message>
    <message numerus="yes">
        <source>The open file has %Ln change(s) of stock that are later than the last one of the copy. Whoever goes on with the copy goes on without them; the open file keeps them.</source>
        <translation>
            <numerusform>今開いているファイルには、複製の最後の変更より後の在庫の変更が %Ln 件あります。複製で続けると、それらは含まれません。今開いているファイルには残ります。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ResultModel</name>
    <message>
        <source>done after retry</source>
        <translation>再試行で済み</translation>
    </message>
    <message>
        <source>plan changed</source>
        <translation>計画変更</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>受注</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>商品名</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>必要</translation>
    </message>
    <message>
        <source>Allocated</source>
        <translation>引当</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>内容</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ResultSheet</name>
    <message>
        <source>Search the lines</source>
        <translation>明細を検索</translation>
    </message>
    <message>
        <source>Order or product…</source>
        <translation>受注、商品…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Show every line</source>
        <translation>すべての明細を表示</translation>
    </message>
    <message>
        <source>Show only: %1</source>
        <translation>%1だけを表示</translation>
    </message>
    <message>
        <source>%1 of %2 lines</source>
        <translation>明細 %1 / %2 行</translation>
    </message>
    <message>
        <source>What became of the lines</source>
        <translation>明細ごとの結果</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ResultView</name>
    <message>
        <source>What became of the lines</source>
        <translation>明細ごとの結果</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ReviewDialog</name>
    <message>
        <source>Review allocations</source>
        <translation>引当を承認</translation>
    </message>
    <message>
        <source>It was called off; nothing was changed.</source>
        <translation>取りやめました。何も変わっていません。</translation>
    </message>
    <message>
        <source>It is not known yet whether this happened. It will be asked for at the next start.</source>
        <translation>実行されたかどうか、まだ分かりません。次の起動時に確認します。</translation>
    </message>
    <message>
        <source>These goods are set aside for their orders, and are fetched only after somebody agreed.</source>
        <translation>受注のために確保した品物です。承認されるまで取りに行きません。</translation>
    </message>
    <message>
        <source>What waits for review</source>
        <translation>承認を待っているもの</translation>
    </message>
    <message>
        <source>Needed for other orders</source>
        <translation>ほかの受注に必要</translation>
    </message>
    <message>
        <source>Other lots are to be taken</source>
        <translation>別のロットを使う</translation>
    </message>
    <message>
        <source>The order changes</source>
        <translation>受注の変更</translation>
    </message>
    <message>
        <source>why it is given back, in a few words</source>
        <translation>戻す理由を短く</translation>
    </message>
    <message>
        <source>R&amp;eason</source>
        <translation>理由(&amp;E)</translation>
    </message>
    <message>
        <source>Show the &amp;order</source>
        <translation>受注を表示(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Give back</source>
        <translation>戻す(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Agree</source>
        <translation>承認(&amp;A)</translation>
    </message>
    <message>
        <source>Nothing waits for review.</source>
        <translation>承認を待っているものはありません。</translation>
    </message>
    <message>
        <source>%1 lines of %2 orders wait for review</source>
        <translation>受注 %2 件の明細 %1 行が承認を待っています</translation>
    </message>
    <message>
        <source>Choose what is to be decided; Ctrl+A takes all.</source>
        <translation>承認するか戻すものを選んでください。Ctrl+A ですべて選びます。</translation>
    </message>
    <message numerus="yes">
        <source>Chosen: %n line(s) of order %1</source>
        <translation>
            <numerusform>選択: 受注 %1 の明細 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Chosen: %1 lines of %2 orders</source>
        <translation>選択: 受注 %2 件の明細 %1 行</translation>
    </message>
    <message>
        <source>Your role does not allow this; a supervisor can do it.</source>
        <translation>あなたの権限ではできません。責任者ができます。</translation>
    </message>
    <message>
        <source>Choose what is to be decided.</source>
        <translation>承認するか戻すものを選んでください。</translation>
    </message>
    <message>
        <source>Why is it given back? The reason stays in the history.</source>
        <translation>戻す理由を入力してください。履歴に残ります。</translation>
    </message>
    <message numerus="yes">
        <source>Agreed to %n line(s); they can be fetched now.</source>
        <translation>
            <numerusform>%n 行を承認しました。取りに行けます。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were given back; the goods are free.</source>
        <translation>
            <numerusform>%n 行を戻しました。在庫は空きました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Goods of order %1</source>
        <translation>受注 %1 の品物</translation>
    </message>
    <message>
        <source>What the order is not to have is given back: it is free for others at once.</source>
        <translation>受注に使わないものを戻します。すぐにほかの受注に使えます。</translation>
    </message>
    <message>
        <source>Nothing is set aside for order %1.</source>
        <translation>受注 %1 のために確保したものはありません。</translation>
    </message>
    <message numerus="yes">
        <source>Set aside for order %1: %n time(s)</source>
        <translation>
            <numerusform>受注 %1 のための確保：%n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all that is chosen waits for review.</source>
        <translation>承認待ちでないものが選ばれています。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) of one order wait for review</source>
        <translation>
            <numerusform>受注 1 件の明細 %n 行が承認を待っています</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else went on with some of it meanwhile, so nothing was changed. The list shows how it is now.</source>
        <translation>その間にほかの人が一部を進めたため、何も変えていません。一覧は現在の状態です。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were given back.</source>
        <translation>
            <numerusform>%n 行を戻しました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ReviewModel</name>
    <message>
        <source>Order / line</source>
        <translation>受注 / 明細</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>取引先</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>納期</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先順</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Place and lot</source>
        <translation>場所とロット</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>担当者</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>いつから</translation>
    </message>
    <message>
        <source>waits for review</source>
        <translation>承認待ち</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>確保済み</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::SaveFilterDialog</name>
    <message>
        <source>Save filter</source>
        <translation>フィルターの保存</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名前(&amp;N)</translation>
    </message>
    <message>
        <source>Nothing is searched for now that could be saved.</source>
        <translation>保存できる検索がありません。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>The filter that has this name is replaced.</source>
        <translation>同じ名前のフィルターを置き換えます。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::SavedFiltersDialog</name>
    <message>
        <source>&amp;Rename</source>
        <translation>改名(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除(&amp;D)</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>保存したフィルター</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>No filter has a name yet.</source>
        <translation>名前を付けたフィルターはまだありません。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ScanFeedback</name>
    <message>
        <source>The barcode was read wrongly: its check digit does not fit. Scan it again.</source>
        <translation>バーコードの読み誤りです（チェックディジットが合いません）。もう一度スキャンしてください。</translation>
    </message>
    <message>
        <source>The barcode has a date in (%1) that does not exist.</source>
        <translation>バーコードの (%1) に存在しない日付があります。</translation>
    </message>
    <message>
        <source>The barcode is not complete: (%1) has the wrong length. Scan it again.</source>
        <translation>バーコードが不完全です。(%1) の長さが違います。もう一度スキャンしてください。</translation>
    </message>
    <message>
        <source>The barcode has signs in (%1) that cannot stand there.</source>
        <translation>バーコードの (%1) に使えない文字があります。</translation>
    </message>
    <message>
        <source>The barcode says two different things in (%1).</source>
        <translation>バーコードの (%1) に違う値が二つあります。</translation>
    </message>
    <message>
        <source>&amp;Sound when a scan fails</source>
        <translation>スキャンの失敗を音で知らせる(&amp;S)</translation>
    </message>
    <message>
        <source>Beep when a scanned code is not known or was read wrongly</source>
        <translation>知らないコードや読み誤りのときに音を鳴らします</translation>
    </message>
    <message>
        <source>Scans may end with &amp;Tab</source>
        <translation>Tab で終わるスキャンも受ける(&amp;T)</translation>
    </message>
    <message>
        <source>For scanners that end a code with Tab instead of Enter</source>
        <translation>Enter の代わりに Tab を送るスキャナー用です</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ScanListener</name>
    <message>
        <source>Nothing can be scanned here.</source>
        <translation>ここではスキャンできません。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::SearchAssist</name>
    <message>
        <source>Proposals</source>
        <translation>候補</translation>
    </message>
    <message>
        <source>%1, e.g. %2</source>
        <comment>what a key is about, and a value</comment>
        <translation>%1（例：%2）</translation>
    </message>
    <message>
        <source>How to search…</source>
        <translation>検索のしかた…</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::SearchHelp</name>
    <message>
        <source>How to search</source>
        <translation>検索のしかた</translation>
    </message>
    <message>
        <source>green tea</source>
        <comment>example of a search: two words</comment>
        <translation>緑茶 徳用</translation>
    </message>
    <message>
        <source>both words, in product, barcode, lot or bin</source>
        <translation>両方の言葉を含むもの（商品、バーコード、ロット、棚番）</translation>
    </message>
    <message>
        <source>&quot;green tea&quot;</source>
        <comment>example of a search: a phrase</comment>
        <translation>&quot;緑茶 徳用&quot;</translation>
    </message>
    <message>
        <source>these words together</source>
        <translation>この言葉どおりのもの</translation>
    </message>
    <message>
        <source>-milk</source>
        <comment>example of a search: not this word</comment>
        <translation>-牛乳</translation>
    </message>
    <message>
        <source>without this; also before what follows</source>
        <translation>これを除く。下の書き方の前にも付けられます</translation>
    </message>
    <message>
        <source>this lot; L-2* are all that begin like this</source>
        <translation>このロット。L-2* はこれで始まるものすべて</translation>
    </message>
    <message>
        <source>one or the other</source>
        <translation>どちらか</translation>
    </message>
    <message>
        <source>this zone; 2 is that number in every warehouse</source>
        <translation>このゾーン。2 は全倉庫のゾーン 2</translation>
    </message>
    <message>
        <source>less than 10; also &lt;=10, &gt;10, 10..20</source>
        <translation>10 未満。&lt;=10、&gt;10、10..20 も使えます</translation>
    </message>
    <message>
        <source>before a month or day; +30 within 30 days</source>
        <translation>その月か日より前。+30 は 30 日以内</translation>
    </message>
    <message>
        <source>only goods in this state</source>
        <translation>この状態のものだけ</translation>
    </message>
    <message>
        <source>at or below the reorder point</source>
        <translation>発注点以下</translation>
    </message>
    <message>
        <source>Ctrl+Space proposes what can be typed.</source>
        <translation>Ctrl+Space で候補を表示します。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>大きさ(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t ask when exactly what I asked for can still be done</source>
        <translation>頼んだとおりにまだできるときは聞かない(&amp;D)</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>スキャナー</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>競合</translation>
    </message>
    <message>
        <source>Another language or size is taken on when you close this: the windows are made anew, where they were and with what you have typed.</source>
        <translation>別の言語や大きさは、この画面を閉じると適用されます。ウィンドウは元の場所に、入力したものとともに作り直されます。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::SeveralForm</name>
    <message>
        <source>Choose at least one row.</source>
        <translation>一行以上選んでください。</translation>
    </message>
    <message>
        <source>How much of %1?</source>
        <translation>%1 の数量は？</translation>
    </message>
    <message>
        <source>Not possible in %1 of %2 rows; leave them out or change them.</source>
        <translation>%2 行のうち %1 行でできません。外すか直してください。</translation>
    </message>
    <message>
        <source>%1 of %2 rows, %3 in all.</source>
        <translation>%2 行のうち %1 行、合わせて %3。</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>Reserve in several rows</source>
        <translation>複数行の引当</translation>
    </message>
    <message>
        <source>&amp;Reserve</source>
        <translation>引当(&amp;R)</translation>
    </message>
    <message>
        <source>Release in several rows</source>
        <translation>複数行の引当解除</translation>
    </message>
    <message>
        <source>&amp;Release</source>
        <translation>引当解除(&amp;R)</translation>
    </message>
    <message>
        <source>Ship from several rows</source>
        <translation>複数行の出荷</translation>
    </message>
    <message>
        <source>&amp;Ship</source>
        <translation>出荷(&amp;S)</translation>
    </message>
    <message>
        <source>Move from several rows</source>
        <translation>複数行の移動</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>移動(&amp;M)</translation>
    </message>
    <message>
        <source>Adjust several rows</source>
        <translation>複数行の数量調整</translation>
    </message>
    <message>
        <source>&amp;Adjust</source>
        <translation>調整(&amp;A)</translation>
    </message>
    <message>
        <source>Change the status of several rows</source>
        <translation>複数行の状態変更</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>変更(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;More or less, each</source>
        <translation>それぞれの増減(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Quantity from each</source>
        <translation>それぞれの数量(&amp;Q)</translation>
    </message>
    <message>
        <source>+3 or -3</source>
        <translation>+3 または -3</translation>
    </message>
    <message>
        <source>A&amp;ll of it</source>
        <translation>全部(&amp;L)</translation>
    </message>
    <message>
        <source>or</source>
        <translation>または</translation>
    </message>
    <message>
        <source>&amp;New status</source>
        <translation>新しい状態(&amp;N)</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>品物</translation>
    </message>
    <message>
        <source>Reserved by hand</source>
        <translation>手動引当</translation>
    </message>
    <message>
        <source>Available</source>
        <translation>引当可能</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>What will be</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Quantity of %1</source>
        <translation>%1 の数量</translation>
    </message>
    <message>
        <source>Ro&amp;ws</source>
        <translation>行(&amp;W)</translation>
    </message>
    <message>
        <source>To w&amp;arehouse</source>
        <translation>移動先の倉庫(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Zone</source>
        <translation>ゾーン(&amp;Z)</translation>
    </message>
    <message>
        <source>B&amp;in</source>
        <translation>棚番(&amp;I)</translation>
    </message>
    <message>
        <source>Nothing is reserved by hand.</source>
        <translation>手動の引当はありません。</translation>
    </message>
    <message>
        <source>Nothing is available.</source>
        <translation>引当可能な数がありません。</translation>
    </message>
    <message>
        <source>%1 is in none of these rows.</source>
        <translation>%1 は、これらの行にありません。</translation>
    </message>
    <message>
        <source>%1, lot %2, is in none of these rows.</source>
        <translation>%1 のロット %2 は、これらの行にありません。</translation>
    </message>
    <message>
        <source>Only goods of these rows can be scanned here; %1 is none of them.</source>
        <translation>ここでスキャンできるのは、これらの行の商品だけです。%1 はありません。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>In the search field: select the first row found</source>
        <translation>検索欄で: 最初に見つかった行を選ぶ</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>↓</translation>
    </message>
    <message>
        <source>From the search field into the table</source>
        <translation>検索欄から表へ移る</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Clear the search field</source>
        <translation>検索欄を空にする</translation>
    </message>
    <message>
        <source>Lists and fields</source>
        <translation>一覧と入力欄</translation>
    </message>
    <message>
        <source>In a list: open what is selected</source>
        <translation>一覧で：選んだものを開く</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>メニュー</translation>
    </message>
    <message>
        <source>In a list: what can be done with the row</source>
        <translation>一覧で：その行にできること</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::Shots</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>フォルダー %1 を作れません。</translation>
    </message>
    <message>
        <source>The database could not be opened; the picture shows why.</source>
        <translation>データベースを開けませんでした。理由は画像のとおりです。</translation>
    </message>
    <message>
        <source>No picture of %1.</source>
        <translation>%1 の画像を作れませんでした。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::SideBar</name>
    <message numerus="yes">
        <source>%n stock row(s)</source>
        <translation>
            <numerusform>在庫 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>制限なし</translation>
    </message>
    <message>
        <source>%1 of %2 units</source>
        <translation>%2 個中 %1 個</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>場所</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::StartPage</name>
    <message>
        <source>There is no data here yet</source>
        <translation>まだデータがありません</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>以前に開いたもの</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::StatusForm</name>
    <message>
        <source>Change status</source>
        <translation>状態の変更</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>変更する(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>数量(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;New status</source>
        <translation>新しい状態(&amp;N)</translation>
    </message>
    <message>
        <source>Damaged in storage</source>
        <translation>保管中に破損</translation>
    </message>
    <message>
        <source>Damaged on arrival</source>
        <translation>入荷時に破損</translation>
    </message>
    <message>
        <source>Temperature was wrong</source>
        <translation>温度逸脱</translation>
    </message>
    <message>
        <source>Waiting for inspection</source>
        <translation>検査待ち</translation>
    </message>
    <message>
        <source>Inspected and good</source>
        <translation>検査合格</translation>
    </message>
    <message>
        <source>Recalled by the maker</source>
        <translation>メーカー回収</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::StatusLine</name>
    <message>
        <source>data as of %1</source>
        <translation>%1 現在</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::StockForm</name>
    <message>
        <source>It is not known yet whether this happened. It will be asked for at the next start.</source>
        <translation>実行されたかどうかまだわかりません。次回の起動時に確認します。</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>How much? Sums such as 12*6 can be typed.</source>
        <translation>数量を入力してください。12*6 のような式も使えます。</translation>
    </message>
    <message>
        <source>It was called off; nothing was changed.</source>
        <translation>取りやめました。何も変更していません。</translation>
    </message>
    <message>
        <source>%1 of these rows were changed by others meanwhile.</source>
        <translation>その間に、このうち %1 行がほかの人に変更されました。</translation>
    </message>
    <message>
        <source>The database does not answer. Nothing was filled in.</source>
        <translation>データベースが答えません。何も入力していません。</translation>
    </message>
    <message>
        <source>Which product is it?</source>
        <translation>どの商品ですか。</translation>
    </message>
    <message>
        <source>Which bin is it?</source>
        <translation>どの棚ですか。</translation>
    </message>
    <message>
        <source>Nothing can be scanned here.</source>
        <translation>ここではスキャンできません。</translation>
    </message>
    <message>
        <source>This is %1, not %2.</source>
        <translation>これは %1 です。%2 ではありません。</translation>
    </message>
    <message>
        <source>This is lot %1, not %2.</source>
        <translation>これはロット %1 です。%2 ではありません。</translation>
    </message>
    <message>
        <source>This is bin %1, but the goods are in %2.</source>
        <translation>これは棚 %1 ですが、品物は %2 にあります。</translation>
    </message>
    <message>
        <source>the zone itself</source>
        <translation>ゾーン全体</translation>
    </message>
    <message>
        <source>Nothing here has the code %1.</source>
        <translation>ここにコード %1 のものはありません。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::StockPlace</name>
    <message>
        <source>Still searching. What is shown is from before.</source>
        <translation>検索を続けています。表示は以前の内容です。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Nothing here fits</source>
        <translation>該当する在庫がありません</translation>
    </message>
    <message>
        <source>No stock yet</source>
        <translation>まだ在庫がありません</translation>
    </message>
    <message>
        <source>No stock row fits the search text and the filters.</source>
        <translation>検索と絞り込みの条件に合う在庫がありません。</translation>
    </message>
    <message>
        <source>Goods appear here as soon as they have been received into a zone.</source>
        <translation>ゾーンに入庫すると、ここに表示されます。</translation>
    </message>
    <message>
        <source>The database is busy. What is shown is from before.</source>
        <translation>データベースが混み合っています。表示は以前の内容です。</translation>
    </message>
    <message>
        <source>The database does not answer. What is shown is from before; nothing was changed.</source>
        <translation>データベースが応答しません。表示は以前の内容です。何も変更していません。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>All stock</source>
        <translation>全在庫</translation>
    </message>
    <message>
        <source>&amp;History of the row</source>
        <translation>行の履歴(&amp;H)</translation>
    </message>
    <message>
        <source>Look through what happened to the selected row (Enter does it too)</source>
        <translation>選んだ行に起きたことをたどります（Enter でも開きます）</translation>
    </message>
    <message>
        <source>Stock &amp;as of…</source>
        <translation>過去の時点の在庫(&amp;A)…</translation>
    </message>
    <message>
        <source>Back to &amp;now</source>
        <translation>現在に戻る(&amp;N)</translation>
    </message>
    <message>
        <source>Show what lay where at a past moment; it can be read, not changed</source>
        <translation>過去の時点でどこに何があったかを表示します。見るだけで、変更はできません</translation>
    </message>
    <message>
        <source>Show the stock as it is now (Esc in the list does it too)</source>
        <translation>現在の在庫を表示します（一覧で Esc を押しても戻ります）</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>現在に戻る</translation>
    </message>
    <message>
        <source>Stock as of %1. It can be read, not changed.</source>
        <extracomment>%1 is a day and a time</extracomment>
        <translation>%1 時点の在庫です。見るだけで、変更はできません。</translation>
    </message>
    <message>
        <source>Show histor&amp;y</source>
        <translation>履歴を表示(&amp;Y)</translation>
    </message>
    <message>
        <source>Go to the history of the selected row; without one, of what is shown</source>
        <translation>選んだ行の履歴へ移ります。行がなければ、表示中の範囲の履歴へ移ります</translation>
    </message>
    <message>
        <source>This is the stock of a past moment; who has it is known of now only.</source>
        <translation>過去の時点の在庫です。誰が押さえているかは現在の分だけわかります。</translation>
    </message>
    <message>
        <source>Choose a row of stock first.</source>
        <translation>先に在庫の行を選んでください。</translation>
    </message>
    <message>
        <source>Show the orders, people and holds that have this stock, and pass it on</source>
        <translation>この在庫を押さえている受注、人、仮押さえを表示し、別の受注に回します</translation>
    </message>
    <message>
        <source>&amp;Who has it…</source>
        <translation>誰が押さえているか(&amp;W)…</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::StockView</name>
    <message>
        <source>Stock</source>
        <translation>在庫</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::StoryView</name>
    <message>
        <source>When you looked</source>
        <translation>見たとき</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更あり</translation>
    </message>
    <message>
        <source>%1: %2 when you looked, %3 now</source>
        <translation>%1: 見たとき %2、現在 %3</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::StrategiesDialog</name>
    <message>
        <source>Strategies</source>
        <translation>引当方針</translation>
    </message>
    <message>
        <source>It was called off; nothing was changed.</source>
        <translation>取りやめました。何も変わっていません。</translation>
    </message>
    <message>
        <source>It is not known yet whether this happened. It will be asked for at the next start.</source>
        <translation>行われたかどうかはまだわかりません。次の起動時に確かめます。</translation>
    </message>
    <message>
        <source>Saved who uses which strategy.</source>
        <translation>使う方針を保存しました。</translation>
    </message>
    <message>
        <source>Strateg&amp;ies</source>
        <translation>引当方針(&amp;I)</translation>
    </message>
    <message>
        <source>Take out of us&amp;e</source>
        <translation>使用をやめる(&amp;E)</translation>
    </message>
    <message>
        <source>Bac&amp;k</source>
        <translation>戻る(&amp;K)</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>保存(&amp;V)</translation>
    </message>
    <message>
        <source>%1 (built in)</source>
        <translation>%1（組み込み）</translation>
    </message>
    <message>
        <source>Saved the strategy “%1”.</source>
        <translation>方針「%1」を保存しました。</translation>
    </message>
    <message>
        <source>“%1” is out of use. Saving something under this name brings it back.</source>
        <translation>「%1」の使用をやめました。この名前で保存すると元に戻ります。</translation>
    </message>
    <message>
        <source>It is so already; there was nothing to change.</source>
        <translation>すでにそのとおりで、変えるものはありませんでした。</translation>
    </message>
    <message>
        <source>Somebody else saved it at the same moment. Nothing was changed; what you typed is kept. Save again if it is to stand.</source>
        <translation>同時にほかの人が保存しました。何も変わっていません。入力はそのまま残っています。よければもう一度保存してください。</translation>
    </message>
    <message>
        <source>Your role does not allow this; a supervisor can do it.</source>
        <translation>あなたの権限ではできません。責任者ができます。</translation>
    </message>
    <message>
        <source>Nobody can choose it any more; who uses it falls back</source>
        <translation>もう選べなくなります。使っていた相手には次の方針が当てはまります</translation>
    </message>
    <message>
        <source>A built-in strategy stays in use.</source>
        <translation>組み込みの方針の使用はやめられません。</translation>
    </message>
    <message>
        <source>“%1” means something else by now, or you have not looked at it: %2 Nothing was changed. Press again, and yours takes its place.</source>
        <translation>「%1」は今は別の内容か、まだ見ていないものです：%2 何も変えていません。もう一度押すと、入力した内容に置き換わります。</translation>
    </message>
    <message>
        <source>%1 – not saved</source>
        <translation>%1（未保存）</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::StrategyBox</name>
    <message>
        <source>Strategy</source>
        <translation>方針</translation>
    </message>
    <message>
        <source>Take</source>
        <comment>what must come together</comment>
        <translation>まとめ方</translation>
    </message>
    <message>
        <source>as each says</source>
        <comment>what must come together</comment>
        <translation>受注ごと</translation>
    </message>
    <message>
        <source>What must come together</source>
        <translation>まとめて揃えるもの</translation>
    </message>
    <message>
        <source>Each order&apos;s strategy says what must come together. Choose one for all to say it here.</source>
        <translation>まとめ方は受注ごとの方針によります。ここで決めるには、全部に使う方針を選んでください。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::StrategyEditor</name>
    <message>
        <source>a name of your own</source>
        <translation>自分で付ける名前</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名前(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Preferred first</source>
        <translation>優先する順(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上へ(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>下へ(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>外す(&amp;R)</translation>
    </message>
    <message>
        <source>Prefer it more (Alt+Up in the list)</source>
        <translation>優先度を上げます（一覧では Alt+↑）</translation>
    </message>
    <message>
        <source>Prefer it less (Alt+Down in the list)</source>
        <translation>優先度を下げます（一覧では Alt+↓）</translation>
    </message>
    <message>
        <source>It does not matter (Del in the list)</source>
        <translation>考慮しません（一覧では Del）</translation>
    </message>
    <message>
        <source>&amp;Then</source>
        <translation>その次(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>加える(&amp;A)</translation>
    </message>
    <message>
        <source>One &amp;warehouse for an order</source>
        <translation>受注ごとに倉庫を一つ(&amp;W)</translation>
    </message>
    <message>
        <source>One l&amp;ot for a line</source>
        <translation>明細ごとにロットを一つ(&amp;O)</translation>
    </message>
    <message>
        <source>any</source>
        <translation>問わない</translation>
    </message>
    <message>
        <source>&amp;Completeness</source>
        <translation>まとめ方(&amp;C)</translation>
    </message>
    <message>
        <source>On&amp;ly lot</source>
        <translation>このロットだけ(&amp;L)</translation>
    </message>
    <message>
        <source>Usable da&amp;ys after due</source>
        <translation>納期後に使える日数(&amp;Y)</translation>
    </message>
    <message>
        <source>“%1” is built in. Give what you change a name to save it.</source>
        <translation>「%1」は組み込みです。変えたものを保存するには名前を付けてください。</translation>
    </message>
    <message>
        <source>Give it a name first.</source>
        <translation>先に名前を付けてください。</translation>
    </message>
    <message>
        <source>A built-in strategy is called that. Choose another name.</source>
        <translation>組み込みの方針の名前です。別の名前にしてください。</translation>
    </message>
    <message>
        <source>Preferred first</source>
        <translation>優先する順</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::StrategyPicker</name>
    <message>
        <source>Each order&apos;s own</source>
        <translation>受注ごとの方針</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>strategy, completeness</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>The strategy of the order or its customer; where none is set, the company&apos;s.</source>
        <translation>受注または取引先に決めた方針。決めていなければ会社の方針。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::StrategyUsers</name>
    <message>
        <source>U&amp;se it</source>
        <translation>これを使う(&amp;S)</translation>
    </message>
    <message>
        <source>The company</source>
        <translation>会社</translation>
    </message>
    <message>
        <source>A partner</source>
        <translation>取引先</translation>
    </message>
    <message>
        <source>An order</source>
        <translation>受注</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>取引先</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>受注番号</translation>
    </message>
    <message>
        <source>number of the order</source>
        <translation>受注番号</translation>
    </message>
    <message>
        <source>Used &amp;by</source>
        <translation>使う相手(&amp;B)</translation>
    </message>
    <message>
        <source>Strate&amp;gy</source>
        <translation>方針(&amp;G)</translation>
    </message>
    <message>
        <source>none of its own</source>
        <translation>独自の方針なし</translation>
    </message>
    <message>
        <source>There is no partner with this code.</source>
        <translation>このコードの取引先はありません。</translation>
    </message>
    <message>
        <source>There is no order with this number.</source>
        <translation>この番号の受注はありません。</translation>
    </message>
    <message>
        <source>It uses “%1”.</source>
        <translation>「%1」を使っています。</translation>
    </message>
    <message>
        <source>It uses “%1”, which is out of use; what comes next holds.</source>
        <translation>「%1」を使っていますが、使用をやめた方針です。次の方針が当てはまります。</translation>
    </message>
    <message>
        <source>The company has chosen none, so “%1” holds.</source>
        <translation>会社の方針は選ばれていないので、「%1」が当てはまります。</translation>
    </message>
    <message>
        <source>It has none of its own, so the company&apos;s holds.</source>
        <translation>独自の方針はないので、会社の方針が当てはまります。</translation>
    </message>
    <message>
        <source>It has none of its own, so its partner&apos;s or the company&apos;s holds.</source>
        <translation>独自の方針はないので、取引先か会社の方針が当てはまります。</translation>
    </message>
    <message>
        <source>Your role does not allow this.</source>
        <translation>あなたの権限ではできません。</translation>
    </message>
    <message>
        <source>Say who is to use it first.</source>
        <translation>先に使う相手を決めてください。</translation>
    </message>
    <message>
        <source>It uses this one already.</source>
        <translation>すでにこの方針を使っています。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::StripBar</name>
    <message>
        <source>Show &amp;new figures</source>
        <translation>新しい数値を表示(&amp;N)</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::TablePrintDialog</name>
    <message>
        <source>Print the table</source>
        <translation>表の印刷</translation>
    </message>
    <message>
        <source>Counting the rows…</source>
        <translation>行を数えています…</translation>
    </message>
    <message>
        <source>Reading: %1 of %2 rows</source>
        <translation>読み込み中：%1 / %2 行</translation>
    </message>
    <message>
        <source>Reading the rows…</source>
        <translation>行を読み込んでいます…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Making the pages…</source>
        <translation>ページを作っています…</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>3,400 rows, 70 pages</comment>
        <translation>%1、%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln page(s)</source>
        <translation>
            <numerusform>%Ln ページ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tanaban::ui::TakeForm</name>
    <message>
        <source>Reserve</source>
        <translation>引当</translation>
    </message>
    <message>
        <source>&amp;Reserve</source>
        <translation>引き当てる(&amp;R)</translation>
    </message>
    <message>
        <source>Release a reservation</source>
        <translation>引当の解除</translation>
    </message>
    <message>
        <source>&amp;Release</source>
        <translation>解除する(&amp;R)</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>出荷</translation>
    </message>
    <message>
        <source>&amp;Ship</source>
        <translation>出荷する(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>数量(&amp;Q)</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::Undoer</name>
    <message>
        <source>Checking whether it was undone…</source>
        <translation>元に戻ったかを確かめています…</translation>
    </message>
    <message>
        <source>Undo</source>
        <extracomment>Stands in the history as the reason of what took something back.</extracomment>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>It is being undone.</source>
        <translation>元に戻しています。</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <extracomment>%1 is a sentence that says what had been done.</extracomment>
        <translation>元に戻しました：%1</translation>
    </message>
    <message>
        <source>Not undone: %1</source>
        <translation>元に戻せませんでした：%1</translation>
    </message>
    <message>
        <source>Others are changing this stock just now. Nothing was undone; try again.</source>
        <translation>この在庫をほかの人が変更中です。元に戻していません。もう一度試してください。</translation>
    </message>
    <message>
        <source>What was done last from this window cannot be undone.</source>
        <translation>このウィンドウで最後にしたことは、元に戻せません。</translation>
    </message>
    <message>
        <source>Nothing was done from this window in the last ten minutes that could be undone.</source>
        <translation>この十分間に、このウィンドウで元に戻せることはしていません。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::WaitingBar</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>処理しています…</translation>
    </message>
    <message>
        <source>Checking… The database has not answered, so it is not known yet whether this happened. It will happen once at most.</source>
        <translation>確認しています… データベースから応答がなく、実行されたかどうかまだわかりません。二重に実行されることはありません。</translation>
    </message>
    <message>
        <source>Checking… The database cannot be reached. Nothing was sent so far; it is tried again.</source>
        <translation>確認しています… データベースに接続できません。まだ何も送っていません。繰り返し試しています。</translation>
    </message>
    <message>
        <source>Checking… You do not wait any longer: either it has happened, or it is called off.</source>
        <translation>確認しています… すでに実行されたか、取りやめになるかのどちらかです。</translation>
    </message>
    <message>
        <source>Stop as&amp;king</source>
        <translation>確認をやめる(&amp;K)</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::WaitingList</name>
    <message>
        <source>Orders that wait for stock</source>
        <translation>在庫を待つ受注</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::WaitingModel</name>
    <message>
        <source>%1, overdue</source>
        <comment>a day</comment>
        <translation>%1 遅れ</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>partly, %1 of %2</source>
        <extracomment>How many lines of an order can be filled.</extracomment>
        <translation>一部 %2 行中 %1 行</translation>
    </message>
    <message>
        <source>nothing, short</source>
        <translation>なし（不足）</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>受注</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>取引先</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>優先順</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>納期</translation>
    </message>
    <message>
        <source>Lines</source>
        <comment>of an order, that lack something</comment>
        <translation>明細</translation>
    </message>
    <message>
        <source>Can be filled</source>
        <translation>満たせる</translation>
    </message>
    <message>
        <source>Places</source>
        <comment>that a picker goes to</comment>
        <translation>場所</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::WindowActions</name>
    <message>
        <source>&amp;Theme</source>
        <translation>テーマ(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>Re&amp;ceive…</source>
        <translation>入庫(&amp;C)…</translation>
    </message>
    <message>
        <source>Put goods that came in into a zone</source>
        <translation>入荷した商品をゾーンに入庫します</translation>
    </message>
    <message>
        <source>&amp;Reserve…</source>
        <translation>引当(&amp;R)…</translation>
    </message>
    <message>
        <source>Promise some of the selected stock, so that nobody else can</source>
        <translation>選んだ在庫を引き当て、ほかで使われないようにします</translation>
    </message>
    <message>
        <source>Re&amp;lease…</source>
        <translation>引当解除(&amp;L)…</translation>
    </message>
    <message>
        <source>Give back what was reserved by hand</source>
        <translation>手動引当を解除します</translation>
    </message>
    <message>
        <source>&amp;Ship…</source>
        <translation>出荷(&amp;S)…</translation>
    </message>
    <message>
        <source>Send out what was reserved</source>
        <translation>引当済の商品を出荷します</translation>
    </message>
    <message>
        <source>&amp;Move…</source>
        <translation>移動(&amp;M)…</translation>
    </message>
    <message>
        <source>Bring stock to another bin, zone or warehouse</source>
        <translation>在庫を別の棚番・ゾーン・倉庫へ移します</translation>
    </message>
    <message>
        <source>&amp;Adjust…</source>
        <translation>数量調整(&amp;A)…</translation>
    </message>
    <message>
        <source>Correct the quantity by what was found too much or too little</source>
        <translation>過不足の分だけ数量を直します</translation>
    </message>
    <message>
        <source>S&amp;tatus…</source>
        <translation>状態変更(&amp;T)…</translation>
    </message>
    <message>
        <source>Quarantine stock, mark it as damaged, or make it available again</source>
        <translation>在庫を保留・破損にする、または良品に戻します</translation>
    </message>
    <message>
        <source>&amp;Open database…</source>
        <translation>データベースを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>新しいウィンドウ(&amp;W)</translation>
    </message>
    <message>
        <source>Show the same stock in a second window</source>
        <translation>同じ在庫をもう一つのウィンドウに表示します</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>Close all windows</source>
        <translation>すべてのウィンドウを閉じます</translation>
    </message>
    <message>
        <source>&amp;Search or scan</source>
        <translation>検索・スキャン(&amp;S)</translation>
    </message>
    <message>
        <source>Re&amp;fresh</source>
        <translation>更新(&amp;F)</translation>
    </message>
    <message>
        <source>Read what is shown again, now</source>
        <translation>表示内容を今すぐ読み直します</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>詳細(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>キーボードショートカット(&amp;K)</translation>
    </message>
    <message>
        <source>List every shortcut</source>
        <translation>ショートカットの一覧を表示します</translation>
    </message>
    <message>
        <source>&amp;About Tanaban</source>
        <translation>Tanaban について(&amp;A)</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>版とライセンスを表示します</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Stock</source>
        <translation>在庫(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>No database is open.</source>
        <translation>データベースを開いていません。</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>最近使ったもの(&amp;R)</translation>
    </message>
    <message>
        <source>Try the &amp;demo company</source>
        <translation>デモ会社を試す(&amp;D)</translation>
    </message>
    <message>
        <source>A wholesaler of our invention, with products, stock and a month of history</source>
        <translation>架空の卸売会社です。商品、在庫、一か月の履歴があります</translation>
    </message>
    <message>
        <source>&amp;Start empty…</source>
        <translation>空から始める(&amp;S)…</translation>
    </message>
    <message>
        <source>Name the first warehouse, and begin with nothing in it</source>
        <translation>最初の倉庫に名前を付け、空の状態から始めます</translation>
    </message>
    <message>
        <source>&amp;Import files…</source>
        <translation>ファイルを取り込む(&amp;I)…</translation>
    </message>
    <message>
        <source>Open a database file of this computer</source>
        <translation>このコンピューターのデータベースを開きます</translation>
    </message>
    <message>
        <source>&amp;Connect to a server…</source>
        <translation>サーバーに接続(&amp;C)…</translation>
    </message>
    <message>
        <source>Work with others on one PostgreSQL database</source>
        <translation>一つの PostgreSQL データベースで、ほかの人と働きます</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <extracomment>%1 is a sentence that says what was done.</extracomment>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>Take back what you did last, as long as the stock has not gone on</source>
        <translation>在庫が動いていなければ、最後にしたことを取り消します</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>コピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy what is selected as text</source>
        <translation>選んだものを文字としてコピーします</translation>
    </message>
    <message>
        <source>Search in the place that is shown; scanners type here</source>
        <translation>表示中の場所を検索します。スキャナーもここに入力します</translation>
    </message>
    <message>
        <source>Go to &amp;anything…</source>
        <translation>何でも探す(&amp;A)…</translation>
    </message>
    <message>
        <source>Find a place, an action, a product, a bin or a lot by its name</source>
        <translation>場所、操作、商品、棚番、ロットを名前で探します</translation>
    </message>
    <message>
        <source>Side &amp;bar</source>
        <translation>サイドバー(&amp;B)</translation>
    </message>
    <message>
        <source>Show or hide the places, warehouses and zones</source>
        <translation>場所、倉庫、ゾーンの表示を切り替えます</translation>
    </message>
    <message>
        <source>Show or hide the details of what is selected</source>
        <translation>選んだものの詳細の表示を切り替えます</translation>
    </message>
    <message>
        <source>&amp;Next panel</source>
        <translation>次のパネル(&amp;N)</translation>
    </message>
    <message>
        <source>The keyboard goes on to side bar, place or details</source>
        <translation>サイドバー、場所、詳細へキーボードで進みます</translation>
    </message>
    <message>
        <source>&amp;Previous panel</source>
        <translation>前のパネル(&amp;P)</translation>
    </message>
    <message>
        <source>The keyboard goes back to side bar, place or details</source>
        <translation>サイドバー、場所、詳細へキーボードで戻ります</translation>
    </message>
    <message>
        <source>&amp;Manual</source>
        <translation>説明書(&amp;M)</translation>
    </message>
    <message>
        <source>Read about the place you are in</source>
        <translation>今いる場所の説明を読みます</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>移動先(&amp;G)</translation>
    </message>
    <message>
        <source>The database does not answer, so nothing can be changed just now.</source>
        <translation>データベースが答えないので、今は変更できません。</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>元に戻す(&amp;U)：%1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>How to &amp;search</source>
        <translation>検索のしかた(&amp;S)</translation>
    </message>
    <message>
        <source>Show what can be typed in the search field, by examples</source>
        <translation>検索欄に書けることを例で示します</translation>
    </message>
    <message>
        <source>S&amp;canner</source>
        <translation>スキャナー(&amp;C)</translation>
    </message>
    <message>
        <source>Open in a &amp;window of its own</source>
        <translation>別のウィンドウで開く(&amp;W)</translation>
    </message>
    <message>
        <source>Show this place alone in a second window</source>
        <translation>この場所だけを別のウィンドウに表示します</translation>
    </message>
    <message>
        <source>&amp;Close window</source>
        <translation>ウィンドウを閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Close this window; the others stay</source>
        <translation>このウィンドウを閉じます。ほかは残ります</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>大きさ(&amp;Z)</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>設定(&amp;E)…</translation>
    </message>
    <message>
        <source>Language, colours, size, scanner, and when you are asked</source>
        <translation>言語、配色、大きさ、スキャナー、いつ確認するか</translation>
    </message>
    <message>
        <source>Select a&amp;ll</source>
        <translation>すべて選択(&amp;L)</translation>
    </message>
    <message>
        <source>Select every row of the list</source>
        <translation>一覧の行をすべて選びます</translation>
    </message>
    <message>
        <source>&amp;Export the table…</source>
        <translation>表を書き出す(&amp;E)…</translation>
    </message>
    <message>
        <source>Write what the table shows into a file for other programs</source>
        <translation>表に出ているものを、ほかのプログラム用のファイルに書き出します</translation>
    </message>
    <message>
        <source>There is no table here.</source>
        <translation>ここには表がありません。</translation>
    </message>
    <message>
        <source>Bring in places, products, partners and stock from tables (CSV, XLSX)</source>
        <translation>表（CSV、XLSX）から場所、商品、取引先、在庫を取り込みます</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>バックアップ(&amp;B)…</translation>
    </message>
    <message>
        <source>Copy the database while others work, and every day</source>
        <translation>他の人が作業している間も、毎日でも、データベースを複製します</translation>
    </message>
    <message>
        <source>Restore a cop&amp;y…</source>
        <translation>複製を復元(&amp;Y)…</translation>
    </message>
    <message>
        <source>Bring a copy back into a new file, and compare before going on with it</source>
        <translation>複製を新しいファイルに戻し、見比べてから続けます</translation>
    </message>
    <message>
        <source>&amp;Print the table…</source>
        <translation>表を印刷(&amp;P)…</translation>
    </message>
    <message>
        <source>Print what the table shows, or save it as PDF</source>
        <translation>表に見えているものを印刷するか、PDF に保存します</translation>
    </message>
    <message>
        <source>&amp;Movement report…</source>
        <translation>入出庫集計(&amp;M)…</translation>
    </message>
    <message>
        <source>What went into and out of a zone over some days, to be printed</source>
        <translation>ゾーンの一定期間の入出庫を集計し、印刷します</translation>
    </message>
    <message>
        <source>&amp;Orders</source>
        <translation>受注(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Allocate all open orders…</source>
        <translation>すべての受注を引き当て(&amp;A)…</translation>
    </message>
    <message>
        <source>Give stock to every open order that lacks some, in one go</source>
        <translation>在庫の足りない受付中の受注すべてに、まとめて引き当てます</translation>
    </message>
    <message>
        <source>&amp;Compare strategies…</source>
        <translation>引当方針を比べる(&amp;C)…</translation>
    </message>
    <message>
        <source>What all open orders would get by one strategy or by another</source>
        <translation>受付中の受注すべてが、二つの方針でそれぞれ何を得るかを見ます</translation>
    </message>
    <message>
        <source>Zone &amp;priorities…</source>
        <translation>ゾーンの優先度(&amp;P)…</translation>
    </message>
    <message>
        <source>From which zones stock is taken first, and what that does to orders</source>
        <translation>どのゾーンから先に取るかと、受注への影響を見て決めます</translation>
    </message>
    <message>
        <source>&amp;Review allocations…</source>
        <translation>引当を承認(&amp;R)…</translation>
    </message>
    <message>
        <source>What is set aside for orders and waits for somebody to agree</source>
        <translation>受注のために確保され、承認を待っているもの</translation>
    </message>
    <message>
        <source>&amp;Strategies…</source>
        <translation>引当方針(&amp;S)…</translation>
    </message>
    <message>
        <source>Choose how stock is picked for orders, and save rules by a name</source>
        <translation>受注に引き当てる在庫の選び方を決め、名前を付けて保存します</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::WorkingBar</name>
    <message>
        <source>Working</source>
        <translation>処理中</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::Workspace</name>
    <message>
        <source>Nothing is selected here that could be copied.</source>
        <translation>コピーできるものが選ばれていません。</translation>
    </message>
    <message>
        <source>What is selected was copied.</source>
        <translation>選んだものをコピーしました。</translation>
    </message>
    <message>
        <source>Product %1 · %2</source>
        <translation>商品 %1 · %2</translation>
    </message>
    <message>
        <source>Lot %1</source>
        <translation>ロット %1</translation>
    </message>
    <message>
        <source>Bin %1</source>
        <translation>棚 %1</translation>
    </message>
    <message>
        <source>The database does not answer. Try again.</source>
        <translation>データベースが答えません。もう一度試してください。</translation>
    </message>
    <message>
        <source>No product has the barcode %1.</source>
        <translation>バーコード %1 の商品はありません。</translation>
    </message>
    <message>
        <source>Of %1 there is no lot %2 here.</source>
        <translation>%1 のロット %2 はここにありません。</translation>
    </message>
    <message>
        <source>What is %1?</source>
        <translation>%1 はどれですか。</translation>
    </message>
    <message>
        <source>Order %1 · %2</source>
        <translation>受注 %1 · %2</translation>
    </message>
    <message>
        <source>No product, lot, bin or order has the code %1.</source>
        <translation>コード %1 の商品、ロット、棚番、受注はありません。</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ZonePriorities</name>
    <message>
        <source>Now</source>
        <translation>現在</translation>
    </message>
    <message>
        <source>As typed</source>
        <translation>入力どおり</translation>
    </message>
    <message>
        <source>Zone priorities</source>
        <translation>ゾーンの優先度</translation>
    </message>
    <message>
        <source>Saving was stopped.</source>
        <translation>保存を中止しました。</translation>
    </message>
    <message>
        <source>Checking… The database has not answered, so it is not known yet whether this was saved. It will happen once at most.</source>
        <translation>確認中… データベースの応答がなく、保存されたかどうかまだ不明です。行われるのは多くて一度です。</translation>
    </message>
    <message>
        <source>Stock is taken from zones with a small number first; zones without a number come last. Type over the numbers to see what today&apos;s open orders would get.</source>
        <translation>数の小さいゾーンから先に取り、数のないゾーンは最後です。数を打ち替えると、今日の受付中の受注が何を得るかが分かります。</translation>
    </message>
    <message>
        <source>As they &amp;were</source>
        <translation>元に戻す(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save all that was typed (Ctrl+S)</source>
        <translation>入力した数をすべて保存します (Ctrl+S)</translation>
    </message>
    <message>
        <source>Every open order gets the same stock as now.</source>
        <translation>受付中の受注はどれも今と同じ在庫を得ます。</translation>
    </message>
    <message numerus="yes">
        <source>%n orders get other stock, more or less.</source>
        <translation>
            <numerusform>受注 %n 件の在庫が変わります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>保存しています…</translation>
    </message>
    <message>
        <source>Others changed this zone meanwhile. Look at it again.</source>
        <translation>その間にほかの人がこのゾーンを変更しました。もう一度確認してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n zone priorities were saved.</source>
        <translation>
            <numerusform>ゾーン %n 件の優先度を保存しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved: %1, not saved: %2.</source>
        <translation>保存済み %1 件、未保存 %2 件。</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>中止(&amp;S)</translation>
    </message>
</context>
</TS>
