/**
 * Words that make a password guessable, letters only, longest first where one contains another: international leaks,
 * pinyin habits, our own trade and places (ASVS 6.2.4, 6.2.11).
 */
export const COMMON_WORDS: readonly string[] = [
  ...'administrator password passwort passw0rd iloveyou woaizuguo woaiwojia sunshine princess football baseball superman'.split(
    ' ',
  ),
  ...'starwars computer internet samsung michael jennifer jordan hunter shadow master monkey dragon letmein trustno'.split(
    ' ',
  ),
  ...'welcome whatever freedom secret changeme default guest root toor admin administrador login test testing'.split(
    ' ',
  ),
  ...'woaini wozuiai woshini zhongguo beijing shanghai shenyang dalian anshan fushun benxi dandong jinzhou yingkou'.split(
    ' ',
  ),
  ...'fuxin liaoyang panjin tieling chaoyang huludao taiyuan datong yangquan changzhi jincheng shuozhou jinzhong'.split(
    ' ',
  ),
  ...'yuncheng xinzhou linfen lvliang luliang liaoning shanxi kangxun kangfu kangfuyixue yiyuan hospital doctor nurse'.split(
    ' ',
  ),
  ...'weijianwei weisheng jiankang health medical rehab training peixun kaoshi wjw abc abcd qwe asd zxc aaa hello love'.split(
    ' ',
  ),
  ...'baobei laopo laogong mima nihao xiaoming wangwei zhangwei lixiang qq163 taobao alibaba huawei xiaomi'.split(' '),
].sort((a, b) => b.length - a.length);

/** Rows, columns and counting rows of a keyboard; a run of four along one of them is worth nothing. */
export const WALKS: readonly string[] = [
  ...'1234567890 0987654321 qwertyuiop asdfghjkl zxcvbnm abcdefghijklmnopqrstuvwxyz'.split(' '),
  ...'1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik 1qazxsw23edcvfr4 qazwsxedcrfvtgbyhnujm zaqwsxcde'.split(' '),
];
