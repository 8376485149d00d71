//! Characters written in two ways: old forms, and forms that names keep, beside today's.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// Pairs without a gap: a form that is seldom typed, then the one under which it is found.
/// Old forms of the jōyō table (1981, 2010) and the forms that names keep most often.
pub(super) const PAIRS: &str = "\
    亞亜惡悪壓圧圍囲醫医爲為壹壱隱隠榮栄營営衞衛驛駅圓円鹽塩緣縁艷艶應応歐欧毆殴櫻桜\
    奧奥橫横溫温穩穏假仮價価畫画會会囘回繪絵壞壊懷懐槪概擴拡殼殻覺覚學学嶽岳樂楽渴渇\
    罐缶卷巻陷陥勸勧寬寛關関歡歓觀観氣気歸帰龜亀僞偽戲戯犧犠舊旧據拠擧挙虛虚峽峡挾挟\
    狹狭鄕郷曉暁區区驅駆勳勲薰薫徑径惠恵揭掲溪渓經経繼継莖茎螢蛍輕軽鷄鶏藝芸擊撃缺欠\
    儉倹劍剣圈圏檢検權権獻献硏研縣県險険顯顕驗験嚴厳效効廣広恆恒鑛鉱號号國国黑黒濟済\
    碎砕齋斎劑剤雜雑參参慘惨棧桟蠶蚕贊賛殘残絲糸齒歯兒児辭辞濕湿實実舍舎寫写釋釈壽寿\
    收収從従澁渋獸獣縱縦肅粛處処緖緒敍叙將将稱称燒焼證証奬奨條条狀状乘乗淨浄剩剰疊畳\
    孃嬢讓譲釀醸觸触囑嘱眞真寢寝愼慎盡尽圖図粹粋醉酔隨随髓髄數数樞枢瀨瀬聲声靜静齊斎\
    攝摂竊窃專専戰戦淺浅潛潜纖繊踐践錢銭禪禅曾曽雙双壯壮搜捜插挿巢巣爭争總総聰聡莊荘\
    裝装騷騒增増臟臓藏蔵屬属續続墮堕體体對対帶帯滯滞臺台瀧滝擇択澤沢單単擔担膽胆團団\
    彈弾斷断癡痴遲遅晝昼蟲虫鑄鋳廳庁聽聴鎭鎮遞逓鐵鉄轉転點点傳伝黨党盜盗燈灯當当鬭闘\
    德徳獨独讀読屆届繩縄貳弐姙妊惱悩腦脳霸覇廢廃拜拝賣売麥麦發発髮髪拔抜蠻蛮祕秘濱浜\
    甁瓶拂払佛仏竝並變変邊辺邉辺辨弁瓣弁辯弁舖舗寶宝萠萌豐豊沒没飜翻槇槙萬万滿満默黙\
    彌弥藥薬譯訳豫予餘余與与譽誉搖揺樣様謠謡來来賴頼亂乱覽覧龍竜兩両獵猟壘塁勵励禮礼\
    隸隷靈霊齡齢戀恋爐炉勞労樓楼郞郎祿禄灣湾髙高嵜崎嶋島嶌島冨富峯峰舩船斉斎濵浜﨑崎";

/// The block of characters that the table covers: CJK Unified Ideographs.
const UNIFIED: RangeInclusive<u32> = 0x4e00..=0x9fff;
/// CJK Compatibility Ideographs, of which a dozen are characters of their own.
const COMPATIBLE: RangeInclusive<char> = '\u{f900}'..='\u{faff}';

static TABLE: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut table: Vec<char> = UNIFIED.filter_map(char::from_u32).collect();
    for (from, to) in pairs() {
        if let Some(place) = at(from).and_then(|at| table.get_mut(at)) {
            *place = to;
        }
    }
    table
});

fn pairs() -> impl Iterator<Item = (char, char)> {
    let mut all = PAIRS.chars();
    std::iter::from_fn(move || Some((all.next()?, all.next()?)))
}

fn at(c: char) -> Option<usize> {
    let code = u32::from(c);
    UNIFIED
        .contains(&code)
        .then(|| (code - UNIFIED.start()) as usize)
}

/// The form under which an ideograph is found.
pub(super) fn today(c: char) -> char {
    match at(c) {
        Some(at) => TABLE.get(at).copied().unwrap_or(c),
        None if COMPATIBLE.contains(&c) => {
            pairs().find(|(from, _)| *from == c).map_or(c, |(_, to)| to)
        }
        None => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pairs_are_pairs_and_lead_to_an_end() {
        assert_eq!(PAIRS.chars().count() % 2, 0);
        for (from, to) in pairs() {
            assert_eq!((today(from), today(to)), (to, to), "{from}");
        }
        assert_eq!(today('髙'), '高');
        assert_eq!(today('﨑'), '崎');
        assert_eq!(today('あ'), 'あ');
    }
}
