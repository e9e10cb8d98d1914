<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
<context>
    <name>CommandRunner</name>
    <message>
        <source>The note of what is about to be sent could not be written on this computer, so nothing was sent. Is the disk full?</source>
        <translation>送信内容の控えをこのコンピューターに書き込めなかったため、何も送信していません。ディスクの空き容量を確認してください。</translation>
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
        <translation>%1さんが %2 を入荷</translation>
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
        <translation>%2 に %1 を入荷しようとしています。</translation>
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
</context>
<context>
    <name>DatabaseUrl</name>
    <message>
        <source>A password must not stand in the address, where others can read it. Leave it out: it is asked for, or taken from libpq's password file (~/.pgpass, or the file that PGPASSFILE names).</source>
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
</context>
<context>
    <name>FormText</name>
    <message>
        <source>Received %1 of %2 in %3.</source>
        <translation>%2 を %1、%3 に入荷しました。</translation>
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
        <source>The data was made by a newer program. Nothing was changed. Install the newer program on this computer.</source>
        <translation>新しい版のプログラムのデータです。何も変更していません。このコンピューターに新しい版を入れてください。</translation>
    </message>
    <message>
        <source>The data belongs to an older program. Nothing was changed. Have it brought up to date with “tanabanctl server upgrade”.</source>
        <translation>古い版のプログラムのデータです。何も変更していません。「tanabanctl server upgrade」で更新してもらってください。</translation>
    </message>
    <message>
        <source>The file is on a network drive, where several computers can damage it. Nothing was changed. Use a file on this computer, or PostgreSQL to share the data.</source>
        <translation>ファイルがネットワークドライブにあり、複数のコンピューターから使うと壊れるおそれがあります。何も変更していません。このコンピューターのファイルを使うか、共有には PostgreSQL を使ってください。</translation>
    </message>
    <message>
        <source>The server does not answer. Nothing was changed. Check the network and the server's name, then try again.</source>
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
        <source>Hold confirmed</source>
        <comment>ledger entry</comment>
        <translation>仮押さえ確定</translation>
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
    <name>tanaban::ui::ConflictDialog</name>
    <message>
        <source>Stock changed</source>
        <translation>在庫が変わりました</translation>
    </message>
    <message>
        <source>It was called off; nothing was changed.</source>
        <translation>取りやめました。何も変更していません。</translation>
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
        <source>Remove the filter %1</source>
        <translation>絞り込み「%1」を解除</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
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
        <source>Search or scan…  (Ctrl+K)</source>
        <translation>検索・スキャン…  (Ctrl+K)</translation>
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
        <source>data as of %1</source>
        <translation>%1 現在</translation>
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
        <source>&amp;Browse…</source>
        <translation>参照(&amp;B)…</translation>
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
        <source>There is no data here yet</source>
        <translation>まだデータがありません</translation>
    </message>
    <message>
        <source>Make a new, empty database</source>
        <translation>空のデータベースを新しく作る</translation>
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
</context>
<context>
    <name>tanaban::ui::PlacesTree</name>
    <message numerus="yes">
        <source>%n stock row(s)</source>
        <translation>
            <numerusform>在庫 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>上限なし</translation>
    </message>
    <message>
        <source>%1 of %2 units</source>
        <translation>%1 / %2 単位</translation>
    </message>
    <message>
        <source>Warehouses and zones</source>
        <translation>倉庫とゾーン</translation>
    </message>
    <message>
        <source>All stock</source>
        <translation>すべての在庫</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ProductField</name>
    <message>
        <source>code, barcode or name</source>
        <translation>コード、バーコード、または名前</translation>
    </message>
</context>
<context>
    <name>tanaban::ui::ReasonedForm</name>
    <message>
        <source>why, in a few words</source>
        <translation>理由を簡単に</translation>
    </message>
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
        <translation>入荷</translation>
    </message>
    <message>
        <source>&amp;Receive</source>
        <translation>入荷する(&amp;R)</translation>
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
</context>
<context>
    <name>tanaban::ui::StockPlace</name>
    <message>
        <source>Working</source>
        <translation>処理中</translation>
    </message>
    <message>
        <source>Still searching. What is shown is from before.</source>
        <translation>検索を続けています。表示は以前の内容です。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Receive goods…</source>
        <translation>入庫する…</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>絞り込みをすべて解除</translation>
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
    <name>tanaban::ui::StripBar</name>
    <message>
        <source>Show &amp;new figures</source>
        <translation>新しい数値を表示(&amp;N)</translation>
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
        <source>Open another file, or connect to a server</source>
        <translation>別のファイルを開くか、サーバーに接続します</translation>
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
        <source>&amp;Copy row</source>
        <translation>行をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy the selected row as text</source>
        <translation>選んだ行を文字としてコピーします</translation>
    </message>
    <message>
        <source>&amp;Search or scan</source>
        <translation>検索・スキャン(&amp;S)</translation>
    </message>
    <message>
        <source>Search by product, name, barcode, lot or bin; scanners type here</source>
        <translation>商品・商品名・バーコード・ロット・棚番で検索します。スキャナーもここに入力します</translation>
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
        <source>&amp;Warehouses and zones</source>
        <translation>倉庫とゾーン(&amp;W)</translation>
    </message>
    <message>
        <source>Show or hide the tree of warehouses and zones</source>
        <translation>倉庫とゾーンの一覧の表示を切り替えます</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>詳細(&amp;D)</translation>
    </message>
    <message>
        <source>Show or hide the details of the selected row</source>
        <translation>選んだ在庫の詳細の表示を切り替えます</translation>
    </message>
    <message>
        <source>Go to the &amp;zones</source>
        <translation>ゾーンへ移る(&amp;Z)</translation>
    </message>
    <message>
        <source>Choose a zone with the keyboard</source>
        <translation>キーボードでゾーンを選びます</translation>
    </message>
    <message>
        <source>Go to the &amp;table</source>
        <translation>表へ移る(&amp;T)</translation>
    </message>
    <message>
        <source>Choose a row with the keyboard</source>
        <translation>キーボードで行を選びます</translation>
    </message>
    <message>
        <source>Go to the &amp;history</source>
        <translation>履歴へ移る(&amp;H)</translation>
    </message>
    <message>
        <source>Read the history of the selected row with the keyboard</source>
        <translation>キーボードで履歴を読みます</translation>
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
</context>
<context>
    <name>tanaban::ui::Workspace</name>
    <message>
        <source>The row was copied.</source>
        <translation>行をコピーしました。</translation>
    </message>
</context>
</TS>
