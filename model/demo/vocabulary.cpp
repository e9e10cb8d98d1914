#include "model/demo/vocabulary.h"

namespace tanaban::demo {

namespace {

constexpr Pack bags[] = {{{u"20袋", u"20 bags"}, u"box"},
                         {{u"25袋", u"25 bags"}, u"box"},
                         {{u"30袋", u"30 bags"}, u"box"},
                         {{u"40袋", u"40 bags"}, u"box"},
                         {{u"50袋", u"50 bags"}, u"box"},
                         {{u"54袋", u"54 bags"}, u"box"},
                         {{u"80袋", u"80 bags"}, u"box"},
                         {{u"100袋", u"100 bags"}, u"box"},
                         {{u"120袋", u"120 bags"}, u"box"},
                         {{u"200袋", u"200 bags"}, u"box"}};
constexpr Pack grams[] = {{{u"80g", u"80 g"}, u"pcs"},
                          {{u"100g", u"100 g"}, u"pcs"},
                          {{u"150g", u"150 g"}, u"pcs"},
                          {{u"200g", u"200 g"}, u"pcs"},
                          {{u"250g", u"250 g"}, u"pcs"},
                          {{u"300g", u"300 g"}, u"pcs"},
                          {{u"400g", u"400 g"}, u"pcs"},
                          {{u"500g", u"500 g"}, u"pcs"},
                          {{u"800g", u"800 g"}, u"pcs"},
                          {{u"1kg", u"1 kg"}, u"pcs"},
                          {{u"業務用 2kg", u"catering 2 kg"}, u"pcs"}};
constexpr Pack kilos[] = {{{u"1kg", u"1 kg"}, u"bag"},
                          {{u"2kg", u"2 kg"}, u"bag"},
                          {{u"3kg", u"3 kg"}, u"bag"},
                          {{u"5kg", u"5 kg"}, u"bag"},
                          {{u"8kg", u"8 kg"}, u"bag"},
                          {{u"10kg", u"10 kg"}, u"bag"},
                          {{u"20kg", u"20 kg"}, u"bag"},
                          {{u"25kg", u"25 kg"}, u"bag"},
                          {{u"30kg", u"30 kg"}, u"bag"},
                          {{u"量り売り", u"by weight"}, u"kg", 2}};
constexpr Pack bottles[] = {{{u"280ml×24", u"24 × 280 ml"}, u"case"},
                            {{u"350ml×24", u"24 × 350 ml"}, u"case"},
                            {{u"500ml×12", u"12 × 500 ml"}, u"case"},
                            {{u"500ml×24", u"24 × 500 ml"}, u"case"},
                            {{u"600ml×24", u"24 × 600 ml"}, u"case"},
                            {{u"900ml×12", u"12 × 900 ml"}, u"case"},
                            {{u"1L×6", u"6 × 1 L"}, u"case"},
                            {{u"1L×12", u"12 × 1 L"}, u"case"},
                            {{u"1.5L×8", u"8 × 1.5 L"}, u"case"},
                            {{u"2L×6", u"6 × 2 L"}, u"case"},
                            {{u"2L×9", u"9 × 2 L"}, u"case"}};
constexpr Pack sauces[] = {{{u"150ml", u"150 ml"}, u"btl"},
                           {{u"200ml", u"200 ml"}, u"btl"},
                           {{u"300ml", u"300 ml"}, u"btl"},
                           {{u"360ml", u"360 ml"}, u"btl"},
                           {{u"450ml", u"450 ml"}, u"btl"},
                           {{u"500ml", u"500 ml"}, u"btl"},
                           {{u"750ml", u"750 ml"}, u"btl"},
                           {{u"1L", u"1 L"}, u"btl"},
                           {{u"1.8L", u"1.8 L"}, u"btl"},
                           {{u"10L 缶", u"10 L can"}, u"can"},
                           {{u"バルク", u"bulk"}, u"L", 1}};
constexpr Pack cans[] = {{{u"70g×24缶", u"24 tins of 70 g"}, u"case"},
                         {{u"90g×24缶", u"24 tins of 90 g"}, u"case"},
                         {{u"120g×24缶", u"24 tins of 120 g"}, u"case"},
                         {{u"160g×24缶", u"24 tins of 160 g"}, u"case"},
                         {{u"190g×12缶", u"12 tins of 190 g"}, u"case"},
                         {{u"200g×12缶", u"12 tins of 200 g"}, u"case"},
                         {{u"400g×12缶", u"12 tins of 400 g"}, u"case"},
                         {{u"425g×12缶", u"12 tins of 425 g"}, u"case"},
                         {{u"820g×6缶", u"6 tins of 820 g"}, u"case"},
                         {{u"3kg 1号缶", u"3 kg catering tin"}, u"can"}};
constexpr Pack meals[] = {{{u"1食", u"1 portion"}, u"pcs"},
                          {{u"2食", u"2 portions"}, u"pcs"},
                          {{u"3食", u"3 portions"}, u"pcs"},
                          {{u"4食", u"4 portions"}, u"pcs"},
                          {{u"5食", u"5 portions"}, u"pcs"},
                          {{u"6食", u"6 portions"}, u"pcs"},
                          {{u"10食", u"10 portions"}, u"box"},
                          {{u"12食", u"12 portions"}, u"box"},
                          {{u"20食", u"20 portions"}, u"box"},
                          {{u"30食", u"30 portions"}, u"box"}};
constexpr Pack rolls[] = {{{u"4ロール", u"4 rolls"}, u"pack"},
                          {{u"6ロール", u"6 rolls"}, u"pack"},
                          {{u"8ロール", u"8 rolls"}, u"pack"},
                          {{u"12ロール", u"12 rolls"}, u"pack"},
                          {{u"18ロール", u"18 rolls"}, u"pack"},
                          {{u"24ロール", u"24 rolls"}, u"pack"},
                          {{u"30ロール", u"30 rolls"}, u"pack"},
                          {{u"48ロール", u"48 rolls"}, u"case"},
                          {{u"60ロール", u"60 rolls"}, u"case"},
                          {{u"96ロール", u"96 rolls"}, u"case"}};
constexpr Pack lengths[] = {{{u"幅15cm", u"15 cm wide"}, u"m", 1},
                            {{u"幅22cm", u"22 cm wide"}, u"m", 1},
                            {{u"幅25cm", u"25 cm wide"}, u"m", 1},
                            {{u"幅30cm", u"30 cm wide"}, u"m", 1},
                            {{u"幅45cm", u"45 cm wide"}, u"m", 1},
                            {{u"20m", u"20 m"}, u"roll"},
                            {{u"30m", u"30 m"}, u"roll"},
                            {{u"50m", u"50 m"}, u"roll"},
                            {{u"100m", u"100 m"}, u"roll"},
                            {{u"150m", u"150 m"}, u"roll"}};
constexpr Pack pieces[] = {{{u"S 10個", u"S, 10 pieces"}, u"pack"},
                           {{u"M 10個", u"M, 10 pieces"}, u"pack"},
                           {{u"L 10個", u"L, 10 pieces"}, u"pack"},
                           {{u"S 50個", u"S, 50 pieces"}, u"pack"},
                           {{u"M 50個", u"M, 50 pieces"}, u"pack"},
                           {{u"L 50個", u"L, 50 pieces"}, u"pack"},
                           {{u"S 100個", u"S, 100 pieces"}, u"box"},
                           {{u"M 100個", u"M, 100 pieces"}, u"box"},
                           {{u"L 100個", u"L, 100 pieces"}, u"box"},
                           {{u"徳用", u"economy"}, u"box"}};
constexpr Pack cuts[] = {{{u"ブロック", u"block"}, u"kg", 3},
                         {{u"スライス", u"sliced"}, u"kg", 3},
                         {{u"切り落とし", u"offcuts"}, u"kg", 3},
                         {{u"角切り", u"diced"}, u"kg", 3},
                         {{u"200g", u"200 g"}, u"pcs"},
                         {{u"500g", u"500 g"}, u"pcs"},
                         {{u"1kg", u"1 kg"}, u"pcs"},
                         {{u"業務用 2kg", u"catering 2 kg"}, u"pcs"}};
constexpr Pack chilledPacks[] = {{{u"1個", u"1 piece"}, u"pcs"},
                                 {{u"2個", u"2 pieces"}, u"pcs"},
                                 {{u"3個", u"3 pieces"}, u"pcs"},
                                 {{u"4個", u"4 pieces"}, u"pcs"},
                                 {{u"6個", u"6 pieces"}, u"pcs"},
                                 {{u"8個", u"8 pieces"}, u"pcs"},
                                 {{u"10個", u"10 pieces"}, u"box"},
                                 {{u"20個", u"20 pieces"}, u"box"}};
constexpr Pack dairy[] = {{{u"180ml", u"180 ml"}, u"pcs"},
                          {{u"200ml", u"200 ml"}, u"pcs"},
                          {{u"450ml", u"450 ml"}, u"pcs"},
                          {{u"500ml", u"500 ml"}, u"pcs"},
                          {{u"900ml", u"900 ml"}, u"pcs"},
                          {{u"1L", u"1 L"}, u"pcs"},
                          {{u"2L", u"2 L"}, u"pcs"},
                          {{u"10L 袋", u"10 L bag"}, u"bag"}};
constexpr Pack frozenPacks[] = {{{u"200g", u"200 g"}, u"pcs"},
                                {{u"300g", u"300 g"}, u"pcs"},
                                {{u"500g", u"500 g"}, u"pcs"},
                                {{u"1kg", u"1 kg"}, u"pcs"},
                                {{u"業務用 2kg", u"catering 2 kg"}, u"pcs"},
                                {{u"量り売り", u"by weight"}, u"kg", 3}};

constexpr Goods roomTemperature[] = {
    {u"TEA", u"Tea", {u"緑茶 ティーバッグ", u"Green tea bags"}, bags, 540},
    {u"TEA", u"Tea", {u"ほうじ茶 ティーバッグ", u"Roasted green tea bags"}, bags, 540},
    {u"TEA", u"Tea", {u"麦茶 ティーバッグ", u"Barley tea bags"}, bags, 540},
    {u"TEA", u"Tea", {u"烏龍茶 ティーバッグ", u"Oolong tea bags"}, bags, 540},
    {u"TEA", u"Tea", {u"紅茶 ティーバッグ", u"Black tea bags"}, bags, 720},
    {u"TEA", u"Tea", {u"玄米茶", u"Brown rice tea"}, grams, 360},
    {u"TEA", u"Tea", {u"抹茶", u"Matcha powder"}, grams, 270},
    {u"COF", u"Coffee", {u"コーヒー豆 深煎り", u"Dark roast coffee beans"}, grams, 360},
    {u"COF", u"Coffee", {u"コーヒー豆 中煎り", u"Medium roast coffee beans"}, grams, 360},
    {u"COF", u"Coffee", {u"ドリップコーヒー", u"Drip coffee"}, bags, 360},
    {u"RIC", u"Rice", {u"コシヒカリ 白米", u"Koshihikari white rice"}, kilos, 240},
    {u"RIC", u"Rice", {u"あきたこまち 白米", u"Akitakomachi white rice"}, kilos, 240},
    {u"RIC", u"Rice", {u"玄米", u"Brown rice"}, kilos, 240},
    {u"RIC", u"Rice", {u"もち米", u"Glutinous rice"}, kilos, 240},
    {u"FLR", u"Flour", {u"薄力粉", u"Cake flour"}, kilos, 300},
    {u"FLR", u"Flour", {u"強力粉", u"Bread flour"}, kilos, 300},
    {u"FLR", u"Flour", {u"天ぷら粉", u"Tempura flour"}, grams, 360},
    {u"FLR", u"Flour", {u"片栗粉", u"Potato starch"}, grams, 540},
    {u"SUG", u"Sugar and salt", {u"上白糖", u"White sugar"}, kilos, 0},
    {u"SUG", u"Sugar and salt", {u"三温糖", u"Light brown sugar"}, kilos, 0},
    {u"SUG", u"Sugar and salt", {u"黒糖", u"Brown cane sugar"}, grams, 720},
    {u"SUG", u"Sugar and salt", {u"海塩", u"Sea salt"}, grams, 0},
    {u"NDL", u"Noodles", {u"そば 乾麺", u"Dried buckwheat noodles"}, grams, 540},
    {u"NDL", u"Noodles", {u"うどん 乾麺", u"Dried wheat noodles"}, grams, 540},
    {u"NDL", u"Noodles", {u"そうめん", u"Fine wheat noodles"}, grams, 900},
    {u"NDL", u"Noodles", {u"スパゲッティ 1.7mm", u"Spaghetti 1.7 mm"}, grams, 1080},
    {u"NDL", u"Noodles", {u"即席ラーメン 醤油", u"Instant ramen, soy sauce"}, meals, 240},
    {u"NDL", u"Noodles", {u"即席ラーメン 味噌", u"Instant ramen, miso"}, meals, 240},
    {u"NDL", u"Noodles", {u"カップ焼きそば", u"Cup fried noodles"}, meals, 180},
    {u"SOY", u"Sauces", {u"濃口醤油", u"Dark soy sauce"}, sauces, 540},
    {u"SOY", u"Sauces", {u"薄口醤油", u"Light soy sauce"}, sauces, 540},
    {u"SOY", u"Sauces", {u"ポン酢", u"Citrus soy sauce"}, sauces, 360},
    {u"SOY", u"Sauces", {u"めんつゆ", u"Noodle soup base"}, sauces, 360},
    {u"SOY", u"Sauces", {u"みりん", u"Sweet rice wine"}, sauces, 540},
    {u"SOY", u"Sauces", {u"米酢", u"Rice vinegar"}, sauces, 720},
    {u"SOY", u"Sauces", {u"ウスターソース", u"Worcester sauce"}, sauces, 540},
    {u"OIL", u"Oils", {u"菜種油", u"Rapeseed oil"}, sauces, 540},
    {u"OIL", u"Oils", {u"ごま油", u"Sesame oil"}, sauces, 540},
    {u"OIL", u"Oils", {u"オリーブ油", u"Olive oil"}, sauces, 540},
    {u"CAN", u"Tinned food", {u"ツナ缶 油漬", u"Tuna in oil"}, cans, 1080},
    {u"CAN", u"Tinned food", {u"さば水煮", u"Mackerel in brine"}, cans, 1080},
    {u"CAN", u"Tinned food", {u"スイートコーン", u"Sweet corn"}, cans, 1080},
    {u"CAN", u"Tinned food", {u"トマト水煮", u"Peeled tomatoes"}, cans, 900},
    {u"CAN", u"Tinned food", {u"みかん シロップ漬", u"Mandarins in syrup"}, cans, 1080},
    {u"CRY", u"Ready meals", {u"レトルトカレー 中辛", u"Curry pouch, medium"}, meals, 540},
    {u"CRY", u"Ready meals", {u"レトルトカレー 甘口", u"Curry pouch, mild"}, meals, 540},
    {u"CRY", u"Ready meals", {u"カレールウ", u"Curry roux"}, grams, 540},
    {u"CRY", u"Ready meals", {u"味噌汁 即席", u"Instant miso soup"}, meals, 300},
    {u"CRY", u"Ready meals", {u"パックごはん", u"Cooked rice pack"}, meals, 300},
    {u"SNK", u"Snacks", {u"醤油せんべい", u"Soy sauce rice crackers"}, grams, 150},
    {u"SNK", u"Snacks", {u"ポテトチップス うすしお", u"Potato crisps, lightly salted"}, grams, 120},
    {u"SNK", u"Snacks", {u"ミックスナッツ", u"Mixed nuts"}, grams, 240},
    {u"SNK", u"Snacks", {u"のど飴", u"Throat sweets"}, grams, 540},
    {u"SEA", u"Dried food", {u"焼きのり", u"Roasted seaweed"}, grams, 300},
    {u"SEA", u"Dried food", {u"乾燥わかめ", u"Dried wakame"}, grams, 360},
    {u"SEA", u"Dried food", {u"削り節", u"Bonito flakes"}, grams, 360},
    {u"SEA", u"Dried food", {u"干し椎茸", u"Dried shiitake"}, grams, 360},
    {u"DRK", u"Drinks", {u"緑茶 ペットボトル", u"Bottled green tea"}, bottles, 270},
    {u"DRK", u"Drinks", {u"天然水", u"Mineral water"}, bottles, 720},
    {u"DRK", u"Drinks", {u"炭酸水", u"Sparkling water"}, bottles, 360},
    {u"DRK", u"Drinks", {u"りんごジュース", u"Apple juice"}, bottles, 270},
    {u"PAP", u"Paper goods", {u"トイレットペーパー ダブル", u"Toilet paper, two-ply"}, rolls, 0},
    {u"PAP", u"Paper goods", {u"キッチンペーパー", u"Kitchen paper"}, rolls, 0},
    {u"WRP", u"Kitchen goods", {u"ラップフィルム", u"Cling film"}, lengths, 0},
    {u"WRP", u"Kitchen goods", {u"アルミホイル", u"Aluminium foil"}, lengths, 0},
    {u"WRP", u"Kitchen goods", {u"保存袋", u"Storage bags"}, pieces, 0},
    {u"DET", u"Cleaning", {u"食器用洗剤", u"Washing-up liquid"}, sauces, 1080},
    {u"DET", u"Cleaning", {u"衣料用洗剤", u"Laundry detergent"}, sauces, 1080},
    {u"DET", u"Cleaning", {u"ハンドソープ", u"Hand soap"}, sauces, 1080},
    {u"CLN", u"Cleaning", {u"ゴム手袋", u"Rubber gloves"}, pieces, 0},
    {u"CLN", u"Cleaning", {u"スポンジ", u"Sponges"}, pieces, 0},
    {u"HYG", u"Hygiene", {u"不織布マスク", u"Face masks"}, pieces, 1080},
    {u"HYG", u"Hygiene", {u"綿棒", u"Cotton buds"}, pieces, 0},
    {u"STA", u"Daily goods", {u"割り箸", u"Disposable chopsticks"}, pieces, 0},
    {u"STA", u"Daily goods", {u"紙コップ", u"Paper cups"}, pieces, 0},
};

constexpr Goods refrigerated[] = {
    {u"MLK", u"Dairy", {u"牛乳", u"Milk"}, dairy, 14},
    {u"MLK", u"Dairy", {u"低脂肪牛乳", u"Low-fat milk"}, dairy, 14},
    {u"MLK", u"Dairy", {u"飲むヨーグルト", u"Drinking yoghurt"}, dairy, 21},
    {u"MLK", u"Dairy", {u"生クリーム", u"Fresh cream"}, dairy, 21},
    {u"MLK", u"Dairy", {u"プレーンヨーグルト", u"Plain yoghurt"}, chilledPacks, 21},
    {u"BUT", u"Dairy", {u"有塩バター", u"Salted butter"}, cuts, 150},
    {u"BUT", u"Dairy", {u"無塩バター", u"Unsalted butter"}, cuts, 150},
    {u"CHS", u"Dairy", {u"チェダーチーズ", u"Cheddar cheese"}, cuts, 120},
    {u"CHS", u"Dairy", {u"モッツァレラ", u"Mozzarella"}, cuts, 45},
    {u"EGG", u"Eggs", {u"鶏卵", u"Hen's eggs"}, chilledPacks, 21},
    {u"TOF", u"Tofu", {u"絹ごし豆腐", u"Silken tofu"}, chilledPacks, 14},
    {u"TOF", u"Tofu", {u"木綿豆腐", u"Firm tofu"}, chilledPacks, 14},
    {u"TOF", u"Tofu", {u"油揚げ", u"Fried tofu"}, chilledPacks, 14},
    {u"TOF", u"Tofu", {u"納豆", u"Fermented soybeans"}, chilledPacks, 14},
    {u"MIS", u"Miso", {u"米味噌", u"Rice miso"}, cuts, 270},
    {u"MIS", u"Miso", {u"赤味噌", u"Red miso"}, cuts, 270},
    {u"HAM", u"Ham and sausage", {u"ロースハム", u"Loin ham"}, cuts, 45},
    {u"HAM", u"Ham and sausage", {u"ベーコン", u"Bacon"}, cuts, 60},
    {u"HAM", u"Ham and sausage", {u"ソーセージ", u"Sausages"}, cuts, 45},
    {u"MEA", u"Meat", {u"鶏もも肉", u"Chicken thigh"}, cuts, 10},
    {u"MEA", u"Meat", {u"鶏むね肉", u"Chicken breast"}, cuts, 10},
    {u"MEA", u"Meat", {u"豚ロース", u"Pork loin"}, cuts, 12},
    {u"MEA", u"Meat", {u"牛もも肉", u"Beef round"}, cuts, 14},
    {u"FIS", u"Fish", {u"塩鮭", u"Salted salmon"}, cuts, 14},
    {u"FIS", u"Fish", {u"ちくわ", u"Fish paste tubes"}, chilledPacks, 21},
    {u"FIS", u"Fish", {u"かまぼこ", u"Steamed fish cake"}, chilledPacks, 21},
    {u"PIC", u"Pickles", {u"たくあん", u"Pickled radish"}, cuts, 60},
    {u"PIC", u"Pickles", {u"キムチ", u"Kimchi"}, cuts, 45},
    {u"PIC", u"Pickles", {u"梅干し", u"Pickled plums"}, chilledPacks, 270},
    {u"VEG", u"Vegetables", {u"もやし", u"Bean sprouts"}, cuts, 7},
    {u"VEG", u"Vegetables", {u"カット野菜", u"Cut vegetables"}, cuts, 7},
    {u"SWT", u"Desserts", {u"カスタードプリン", u"Custard pudding"}, chilledPacks, 30},
    {u"SWT", u"Desserts", {u"杏仁豆腐", u"Almond jelly"}, chilledPacks, 45},
    {u"NDC", u"Noodles", {u"生うどん", u"Fresh wheat noodles"}, chilledPacks, 21},
};

constexpr Goods frozen[] = {
    {u"FRV", u"Frozen vegetables", {u"冷凍 枝豆", u"Frozen green soybeans"}, frozenPacks, 540},
    {u"FRV", u"Frozen vegetables", {u"冷凍 ほうれん草", u"Frozen spinach"}, frozenPacks, 540},
    {u"FRV", u"Frozen vegetables", {u"冷凍 ブロッコリー", u"Frozen broccoli"}, frozenPacks, 540},
    {u"FRV", u"Frozen vegetables", {u"冷凍 里芋", u"Frozen taro"}, frozenPacks, 540},
    {u"FRV", u"Frozen vegetables", {u"冷凍 コーン", u"Frozen sweet corn"}, frozenPacks, 540},
    {u"FRD", u"Frozen meals", {u"冷凍 餃子", u"Frozen dumplings"}, frozenPacks, 360},
    {u"FRD", u"Frozen meals", {u"冷凍 焼売", u"Frozen shumai"}, frozenPacks, 360},
    {u"FRD", u"Frozen meals", {u"冷凍 唐揚げ", u"Frozen fried chicken"}, frozenPacks, 360},
    {u"FRD", u"Frozen meals", {u"冷凍 コロッケ", u"Frozen croquettes"}, frozenPacks, 360},
    {u"FRD", u"Frozen meals", {u"冷凍 炒飯", u"Frozen fried rice"}, frozenPacks, 360},
    {u"FRD", u"Frozen meals", {u"冷凍 うどん", u"Frozen wheat noodles"}, frozenPacks, 360},
    {u"FRF", u"Frozen fish", {u"冷凍 むきえび", u"Frozen peeled prawns"}, frozenPacks, 540},
    {u"FRF", u"Frozen fish", {u"冷凍 いか", u"Frozen squid"}, frozenPacks, 540},
    {u"FRF", u"Frozen fish", {u"冷凍 さば切身", u"Frozen mackerel fillets"}, frozenPacks, 360},
    {u"FRM", u"Frozen meat", {u"冷凍 鶏もも肉", u"Frozen chicken thigh"}, frozenPacks, 540},
    {u"FRM", u"Frozen meat", {u"冷凍 牛切り落とし", u"Frozen beef offcuts"}, frozenPacks, 540},
    {u"FRI", u"Ice cream", {u"アイスクリーム バニラ", u"Vanilla ice cream"}, frozenPacks, 0},
    {u"FRI", u"Ice cream", {u"アイスクリーム 抹茶", u"Matcha ice cream"}, frozenPacks, 0},
    {u"FRB", u"Frozen bakery", {u"冷凍 食パン生地", u"Frozen bread dough"}, frozenPacks, 180},
    {u"FRB", u"Frozen bakery", {u"冷凍 今川焼", u"Frozen bean cakes"}, frozenPacks, 270},
    {u"FRU", u"Frozen fruit", {u"冷凍 ブルーベリー", u"Frozen blueberries"}, frozenPacks, 540},
    {u"FRU", u"Frozen fruit", {u"冷凍 マンゴー", u"Frozen mango"}, frozenPacks, 540},
};

constexpr Words makerWords[] = {
    {u"山里", u"Yamazato"},  {u"みなと屋", u"Minatoya"}, {u"青葉", u"Aoba"},
    {u"白樺", u"Shirakaba"}, {u"潮風", u"Shiokaze"},     {u"里の味", u"Satonoaji"},
    {u"丸橋", u"Marubashi"}, {u"北斗", u"Hokuto"},       {u"千草", u"Chigusa"},
    {u"花園", u"Hanazono"},  {u"大樹", u"Taiju"},        {u"若竹", u"Wakatake"},
    {u"朝霧", u"Asagiri"},   {u"清流", u"Seiryu"},       {u"福寿", u"Fukuju"},
    {u"つばめ", u"Tsubame"}, {u"さくら堂", u"Sakurado"}, {u"金森", u"Kanamori"},
    {u"海鳴", u"Uminari"},   {u"風車", u"Kazaguruma"},   {u"松の木", u"Matsunoki"},
    {u"日向", u"Hinata"},    {u"銀河", u"Ginga"},        {u"まる得", u"Marutoku"},
};

constexpr Words shopWords[] = {
    {u"青葉スーパー", u"Aoba Supermarket"},
    {u"まちの台所", u"Town Kitchen"},
    {u"みどり商店", u"Midori Store"},
    {u"港食堂", u"Harbour Diner"},
    {u"すずらん給食", u"Suzuran Catering"},
    {u"ひまわり保育園", u"Himawari Nursery"},
    {u"さくら病院", u"Sakura Hospital"},
    {u"旅館 松風", u"Matsukaze Inn"},
    {u"喫茶 木陰", u"Café Kokage"},
    {u"弁当 かまど", u"Kamado Lunch Boxes"},
    {u"生活館", u"Living Hall"},
    {u"居酒屋 灯", u"Tavern Akari"},
};

constexpr Words townWords[] = {
    {u"東町", u"Higashi"},  {u"西町", u"Nishi"},
    {u"南町", u"Minami"},   {u"北町", u"Kita"},
    {u"本町", u"Honcho"},   {u"駅前", u"Ekimae"},
    {u"川端", u"Kawabata"}, {u"坂上", u"Sakaue"},
    {u"浜辺", u"Hamabe"},   {u"緑ヶ丘", u"Midorigaoka"},
    {u"旭", u"Asahi"},      {u"若葉", u"Wakaba"},
    {u"栄", u"Sakae"},      {u"橋詰", u"Hashizume"},
    {u"新田", u"Shinden"},  {u"元町", u"Motomachi"},
    {u"大和田", u"Owada"},  {u"小松", u"Komatsu"},
    {u"梅里", u"Umezato"},  {u"竹内", u"Takeuchi"},
    {u"池端", u"Ikehata"},  {u"原", u"Hara"},
    {u"泉", u"Izumi"},      {u"堀江", u"Horie"},
    {u"柳", u"Yanagi"},     {u"高台", u"Takadai"},
    {u"港", u"Minato"},     {u"宮前", u"Miyamae"},
};

constexpr Words supplierWords[] = {
    {u"食品", u"Foods"},
    {u"水産", u"Fisheries"},
    {u"製茶", u"Tea Makers"},
    {u"乳業", u"Dairies"},
    {u"製粉", u"Mills"},
    {u"日用品", u"Household Goods"},
};

} // namespace

std::span<const Goods> goodsFor(StorageCondition condition)
{
    switch (condition) {
    case StorageCondition::RoomTemperature:
        return roomTemperature;
    case StorageCondition::Refrigerated:
        return refrigerated;
    case StorageCondition::Frozen:
        break;
    }
    return frozen;
}

std::span<const Words> makers()
{
    return makerWords;
}

std::span<const Words> shopNames()
{
    return shopWords;
}

std::span<const Words> shopTowns()
{
    return townWords;
}

std::span<const Words> supplierKinds()
{
    return supplierWords;
}

} // namespace tanaban::demo
