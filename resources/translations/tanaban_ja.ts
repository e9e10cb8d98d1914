<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP">
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
</TS>
