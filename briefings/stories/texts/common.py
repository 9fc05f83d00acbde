"""How many of 123 news documents bear a word: what is common in a language weighs little even in a small set.

Counted over the fifteen languages of our region in NTREX-128 (Federmann, Kocmi, Xin 2022: human translations of
newstest2019), cut to the stems of ``features.stem``, names left out; words in fewer than ten documents are rare.
"""

from __future__ import annotations

from typing import Final

DOCUMENTS: Final = 123
"""Documents that were counted in each language."""

_BEARERS: Final = {
    100: """
a an and as at bilan bildir bilen bir bo'lga bolup bu but by diýip də for from ham has have he hem ilə in is
it için ki o of ol olan olarak olduğu on said sonra that the to u uchun va ve və was we with öz üçin üçün аз
ал аст ба барои бир бирок бо болгон буд бул бұл в ва він дар деп до жана және з за и из ин к как кард ки
кийин мен менен на не но ол он по про с та у це что що як і үчүн үшін ӯ այն ասաց են է էր ի իր համար նա որ և
آن از است اما او ای این با برای به بود تا تر ته خو خود خپل د دا در ده دی دې را روز سره شد شده شود شوی شی له
لپاره مورد می نه ها های هغه هم و وویل وی په څخه څو چې کرد کرده کند که کړی کې گفت یو یوه یک یې არ და ის
მაგრამ რომ რომელი შემდეგ
""",
    62: """
about after ancak are aýtdy barada baş be been bergan bolan bolsa boshqa büyük ci da daha de deb dedi edi
edib edir edən emma en etdi etmək göre görkez görä görə göstər güni günü had haqida his hər ile iň kadar
keyin kimi kuni köp lakin more mumkin nji not o'z olaraq olib one onun onuň out qarshi qilgan qilish sebäpl
shu soň söyled tarafi tarapy their they this time tomoni uning up were when which who will çok çox ýagdaý
ýaly ýöne şeýle şol şu а айтты але алып анын башка баъд билдир болды болуп болып болған бораи боюнча был
было бір бірақ вале вони время все від гирифт говори гуфт да де деген деди деді дигар для дод дорад его
жаткан жатқан жок й його карда кардан кейін керек когда коли которо которы күні күнү көп көрсет ман мебоша
медиҳа мекуна метаво мешава ми мо мы мүмкін мүмкүн намуд намуда о они оның онҳо осы от повідо после послед
під після рӯзи сказал соли также також то того том туралы худ худро час через чтобы шуд шуда ще щоб эле эмес
это я яка який які із ҳамчун өз այդ այս ավելի բայց դա եմ ես երբ թե ժամանա ին ինչպես իրենց կարող հետ հետո
մասին մի նրա նրանք շաբաթ շատ ոչ որը ու վրա քանի օրը آنها امله اند اړه اینکه باشد باندې باید بر برخه بعد بیا
توګه جریان حال خواهد داد داده دارد داسې داشت دهد دو دوی دیگر سال شو شوه شوې قرار لری ما من مهال موږ نمود
نموده نمی هستند وروسته ورځ وه وو وړاندې وکړی پر پس ځکه څه کار کال کله کنند کولو کوی کړه کړې ამ არის ასევე
განაცხ ერთი ეს თუ თქვა იყო მათ მან მას მისი რაც როგორც როდესა უნდა წლის
""",
    38: """
adam adamla agains all also alyp ama arasin arasyn aytdi aytgan aytish açikla back bar barədə bağli başga
başkan before being belirt belə berdi berish biri birinc birnäç biroq biz bo bo'lib bo'lis bo'lsa bo'yic
boldy bolmag bosh boshla boýunç bäri böyük bütün can chiqis contin could countr cumart cümə davam davom
davomi daxil destek devam deyil deyə diýdi diňe dowam däl dəfə eden edip ediyor edýän edýär edərək ega
ekanli emas eng esa etdiyi etmek etti fazla first garşy gatnaş gelece gerçek gezek geçen geçiri gibi göster
gün habar hakkin hamda har haraka hech her heç hisobl hiç häzirk hökmün idi if iki ikki il ildə ilgili ilk
includ indi insanl into ishtir isə it's its iyi juda just kabi karşi katta kerak keçiri ko ko'ra ko'rsa
konusu kullan last lekin like made men mälim müddət mümkin məluma mən netije new njy no now nyň nə nəticə
o'tgan o'tkaz olar olaryň oldu olgan olish onlar onlari only ony or orqali our over people presid prezid
qanday qarşi qildi qilib qiling qolgan qədər report sababl sebäbi shanba shunda sifati so some son soňky
soňra ta ta'kid than them then there throug told topary two täze təhlük tərəfi ular ularni uly unga uni
ushbu vaqtda var verdiy vəziyy way what while would xabar yana yangi yardim yaxshi yaxşi year yeni yil yoki
yordam you yuqori yüksek yň zamani önce özüniň öňe üzerin ýa ýok ýokary ýyl ýylda şekild şenbe şäheri şəkild
şənbə əlavə ən əvvəl або аввали агар адам адамда айткан айтуын акыркы алайда алар аларды алган алды андан
анткен аны ар аракет арасын арқылы ақ багато байлан бар барома бас басқа белгил берген биз биринч боз бойынш
болаты болду более болот бошад бояд буданд буде будет було бы была были біз білдір більше бірнеш бірінш
вақте во возмож вона всего выступ відпов гана гардид года году гузашт дагы даст дейін дода додани допомо
доранд дошт ду дуже е еді ее екенін екі емес если еще ең жакшы жардам жарыял жатат жағдай жаңа жаңы же жерде
жеткіз жогорк жолу жоқ жылы заявив заявил или интихо истифо истода их ишемби иштиро калган каршы катары
кезде кезінд келген колдон кор кызмат көрсөт ли маалым має мегард мегӯяд мекард може может можлив моҳи
мувофи мурун мәлімд намоян натиҷа некото нескол нест нисбат нишон ніж нәтиже оварда одамон один однако оиди
олар оларды она оне онро оны оскіль останн отрима ошол ошондо оған пен перед пеш поддер получи предст презид
продов продол проти против прошло підтри расска резуль ретінд року році сабаби своей свою себебі сияқты
сказав со сол сондай соңғы сторон суббот суботу так танҳо те тем тим только тому турган туурал уже утверж
ушул хабарл хеле хоҳад цього чейин челове чем чунин шанбе шудаас шумо экенин эки эми этого этой этом эч эң
являет яке яких якчанд якщо є її қарсы қатыст қызмет үлкен ҳам ҳамаи ҳамин ҳангом ҷониби әрекет өзінің
өзүнүн өткен өткөн այլ առաջ առաջին ասել ասում ավելաց դեմ դուրս եղել ենք երկու էին էլ ը ընթացք ինչ իսկ լավ
կամ կողմից հաղորդ հայտար հնարավ մասնակ մեծ մեկ մենք մեջ մեր մինչև նախագա նաև ներկայ նոր նրան նրանց շարուն ով
որոնք որպես որպեսզ որտեղ ում չեն չի պատճառ պետք սա սակայն վերջին տարի տեղի քաղաքա քան آغاز آمریکا آینده ا
ادامه استفاد اش اظهار اعلام افراد امریکا انتخاب انجام اوس اونی اگر بار باعث برابر بزرگ بسیار بل بنسټ بودند
بوده بیرون بیش بیشتر بین ترلاسه ترڅ تلاش تنها تواند توسط جمهور حالیکه خبرې خلکو خویش خپلو خپلې خیلی دارند
داشته دست دوه راتلون روی رییس زمان زه زیاته زیادی ساله سه سوی شان شدن شما شمېر شنبه شول شوند صورت طور عنوان
فکر قبل لامل لومړی لکه ماه مخ مخکې مردم مشر موضوع میاشت میان میباشد میتوان میشود میکرد میکند میکنند نشان نظر
نور نیز نیست هر هفته همه هڅه هېواد وایی وجود وخت وروستی ورځې ورکړی وقتی وکړ وکړه ویل ټول ټولو پورې پیش پیل
ځای چند چون چیزی ډول ډېر ښه کردن کردند کسان کسانو کشور کمک کننده کولی کوم کړ کړل کړو کېږی گذشته گردید گردیده
گرفته گزارش گفته گوید یا یوې یکی ადამია ამბობს ან არა ახალი გამო განმავ დაკავშ დიდი დროს ვერ თავის თავისი
იგი იმ ისინი იქნება კიდევ მათი მე მეტი მიერ მის მხოლოდ პირველ პრეზიდ რა რადგან რათა რამდენ რომელმ რომელს
რომლებ ს სადაც საშუალ სხვა უფრო შაბათს შესაძლ შესახე შორის ჩვენ ძალიან წელს წინ წინააღ
""",
    24: """
accord added agar alan almak amalga amerik amma ammo anna anothe any ardind arkaly artiq asosiy ayinda ayni
açiq aýdýar aýtmag aýynda barcha barýan bazar bazi başari başlan başqa başynd becaus believ belirl beri
bermeg bermek betwee beýan beýlek biljek bilýär biləcə bilər birinj birlik birçok bizim biziň bo'lad bo'ldi
bo'lma boland bolar bolýar bor borish boshid boyunc buluna bulund bundan bunu bəzi called change chiqar
chiqqa chunki ciddi come cuma cü daraja davlat day degan degişl dereje deya değil değişt did digər diye
diğer do down during dən dərəcə dəstək e e'lon edilen edilmə edilən edə edəcək ekan electi end esasy etgan
etilga etmegi etməsi etməyə ettiği even expect fakat follow foydal ga garaşy geldi gelen gelýän gepleş geri
get geçdi go going govern gowrak gowy gurama görnüş göteri gürrüň güýçli gələcə gələn hadisə hafta hali
happen haqqin hazirl help hepde hereke him hiçbir home how hukuma hökumə höküme həftə hələ həmin həmçin i
ikinci ikinji ikkinc ilin ilkinj imkoni invest irəli ise ish ishlar isleýä istifa istiyo istəyi iş iştira
jamoas jiddiy joylas juma karşil kazyýe kelgan kelish keltir kendi kendis keying kez keçən kiriti kishi
ko'pro komand konuşm kuchli kurash käbir kömek long ma'lum maglum mamlak man many maqsad markaz masala may
maşgal me meniň merkez mesele most muammo my mübari mücade müəyyə məhkəm məqsəd mərkəz məsələ nashri nasil
natija ne necha next neçə nima nin nisbat näme növbət o'zgar o'zini odamla off ola olabil olacak olacaq old
oldin olmadi olmak olmaq olmaql olmasi olmaya olub olunan ona onu oqibat ortaya ortiq oshiri other oyida
ozal ozalky oňa pazar pikiri planla put qarama qarşis qayta qeyd qo qo'lga qo'shi qolish quvvat rasmiy saat
sabab sahip saldir sany say saylov says saýlaw second see set seçkil shahri she should since soat sodir
still such suppor sözler sözlər səbəb take tashki tayyor taýýar these those though three toplan tufayl
turgan tutuş tüm təşkil uchras ustida uzak uzun vaxt verdiğ very veya wagt wagtda wagty week well wezipe
where work world xizmat xüsusi ya yaklaş yaksha yalniz yapila yapti yaptiğ yaxinl yayinl yaşind yaşli years
yenidə yer yerda yetakc yetkaz yetkil yilda yoshli yuz yöneti yüksək z zaman zat ähli çalişa çalişm çenli
çykyş çünki önemli özleri özüne öň öňünde üzrə üzərin üç ýaşly ýekşen ýene ýerde ýerine ýerleş ýol ýylyň
ýüze şey şöyle şəhəri ə əldə əsas əsasən абдан ага азыр айбдор айтымы айтып айтқан айыпта алдынд алу алуу
алған амал америк аммо анҷом аркылу ақпара б байни баланд барлық баш башынд баъди берди берді бери беру бері
берүү беҳтар бино бири бойы болады болса болсо болушу болуы болчу больше бошанд був будут бузург була були
бути былай быть бірі бұрын бұрынғ вай вақт вақти вже ви викори виступ вопрос воскре времен всех встреч вы
відкри г где громад гузаро гузошт давом давоми дастги два дегенд дегенм действ добави додав доданд должно
должны дошта доштан егер екінші есть жалғас жариял жатыр жатыша жауап жаштаг жақсы жексен жекшем женщин
жеткен жол жооп жоспар жоғары жума жыл жылдың жүргіз жұма жұмыс жөнінд жөнүнд зазнач зараз зеро зиед зиеда
зустрі зі иброз ие изҳор им имкони интизо информ исполь иттило ичинде иш иштеп кабарл кайра кандай кардаа
кездес келди келді келе келесі келет келип келтір кеткен кетти кийинк кишвар киши команд котора країни
кылган кылып көбүрө көз көптөг көпшіл кӯшиш лет летний лише людей мазкур марказ масъал маусым маълум мақсат
между мемлек менамо мені менің мерава минуло можна можуть монанд муноси мушкил мыкты мындай між мәселе нав
над назар назди наздик накард намага намета настоя наступ нафар национ негизг неділю немесе нече нигоҳ низ
них номи об овард ое оид органи органі открыт отноше отырып официа охир очень оғоз п пайдал пайдо пас пешниҳ
поверн под показа полити політи попере поскол потім правит при пробле програ произо проте протяг пятниц
работа расида расони рет решени ро розпов років роҳ рішенн рӯи саат сайлау свого своего своем своих сделал
се себе сенбі следую словам соати соглас сола сообща сообще сообщи состав состоя соң страны сүйлөш тамоми
тарабы таъсир тағйир таң тек түрде убакыт улутту учурда хабар хотя хоча хто хуб цей цьому чи чолові чоң
чыгары чыккан чӣ шабуыл шайлоо шуданд шудани экинчи эмне эсепте эти этот эту эълон эҳтимо ягон якого яку
якшанб ішінде їм їх ғана қабл қабылд қазірг қайд қайта қаласы қалған қарай қарор қатты қолдан қолдау үй үч
үш ҳама ҳар ҳафта ҳеҷ ҳодиса ҳолати ҳоло ҳукума ҷо ҷои ҷумла ҷумъа әлі өздері өте өтө ӯро ամբողջ ամերիկ ամյա
անգամ անց անցյալ աշխատա աշխատե աշխարհ արդեն արդյու արդյոք բան բոլոր գլխավո դատարա դեպի դեռ եթե երկրոր ընտրու
ըստ թ իմ իրական իրեն լինել խորհրդ կառավա կատարե կարծու կարողա կարևոր կենտրո կիրակի կլինի համաձա հայտնե
հանդիպ հաջորդ հաստատ հավանա հարձակ հարված մարդ մարդիկ մարդկա մեկը մեղադր միայն մոտ ն նախկին նահանգ նման
նույնպ նպատակ ովքեր որն որոշ ունենա ունեցա ունի ուրբաթ չէ չնայած պայքար պաշտոն պաշտպա պատասխ պատրաս վերաբե
վերադա տարածք ցանկան օրվա آقای آماده آنجا آنرا آیا اتفاق احتمال احساس اخیر اساس اضافه افزایش اندازه اوسه
اولین اړوند اکنون ایالات ایجاد باز بازی باشند بالای باور بخش بدست بدل بدون برخی برنامه بسیاری بصورت بلند بهر
بی تاسو تحت ترامپ ترسره تصمیم تعداد تغییر تمام توانست توجه تیم تېر جدید جمعه جمعې جمهوری حاضر حالی حدود حرکت
حمایت حکومت حیث خارج خاطر خانه خبره خصوص خلک خوا خواهند خپله دادن دارای داشتند دلیل دهند دوباره دور دولت
رامینځ راه راپور رای رخ زما زمانی زمانیک زموږ زمین زندگی زیات زیرا سازمان ساعت سمت شامل شب شدند شروع شرکت
شنبې شهر شکل صحبت عالی عقب عمومی غواړی غړی فقط لارې لاس لاسه لاندې لور لوری لوی مانند مبنی متحده محکمه محکمې
مخه مدت مرد مرسته مقابل ممکن منطقه موخه میدهد میگوید نام ندی نسبت نفر نماید نمایند نو نورو نوم نوموړی نیاز
هایی هغو همدارا همراه همچنان همچنین هنوز هیچ هېڅ وارد ورته ورکړ ورکړه وسیله وضعیت ولسمشر وړ ویلی وې ټرمپ
پاتې پایان پخوانی پنج پکې پی پیدا ځان ځل چارواک چه چېرې ډلې ډیر ژوند کلن کنم کنید کنیم کور کول کېدای کېدو
ګډون گان گرفت یم یواځې یکشنبه ამერიკ ანგარი არიან არჩევნ აქვს აღნიშნ აცხადე ახლა ბოლო გადაწყ გაერთი გამოიყ
გასულ დაახლო დასავლ დახმარ დღეს ერთ ერთად ვიდრე ზე თავს თუმცა კვირას კვლავ კი მეორე მთავარ მიმართ მიმდინ
მიუხედ მნიშვნ მონაწი მოხდა მსგავს მსოფლი ნახევა ორი პარასკ პოლიტი პრობლე საბოლო სამი სანამ სასამა უკვე
ქვეყან ქვეყნი ყველა ყველაზ შეერთე შეიძლე შემთხვ შეხვედ შტატებ ჩემი ჩვენი ცდილობ წარმომ ჰქონდა
""",
    16: """
across adamyň aglaba ajaýyp ajoyib alti altind alty ancha anda aniqla anlaşm announ anykla appear ara aralyk
araşdi arkada artik asked attack avval away axşami ay aynan ayol aytib az açik aýagyn bardyg barýar baxmay
başa başind başka başlad başlay başlyg become behind beklen ben berabe beradi berilg berilm berlen berýär
beş big bile bileli biler bilgil bilməy birga birkaç biroz boljak bolmak bolupd bolýan borayo both boýun
bugun bulunm bulunu buni bunun bununl butun bäş bölegi came chiqib cinsel city commit commun curren cənab
dahil dair dakika daky dalaşg dan daqiqa days daşary decisi demokr den deydi deyib değerl direct diýen
diýlip diýseň diýýär don't dowamy doğru durmuş durum durumu durýar duşuşy dörd döredi dört dövlət dünya
düzenl düşünü dəqiqə dəyişd dəyişi earlie early edildi edilme edilýä edipdi edəcəy edərkə eger ehtima ehtimo
ehtiya ekanin ekledi elan emasli endi engell eski etdikl etdiri etibar etkile etmesi etmişd etmäge etməli
etməyi ev ever every eyni faoliy farkli five forwar found four friend future g gaty gazana gazeti genel
geniş gereki gerekt geçire geçirm geçtiğ geň give goldaw good got goýber great group gullug gönder göndər
göz gözlən güclü günki günort günäkä güvenl güýçle haberi hal hasapl hayati hayoti hazird haçan head henize
hesab heyəti high hili himoya hiss holda hospit howeve howpsu hozird hyzmat hâlâ hükume həqiqə hərəkə həyati
iborat ichida iddia iddial ifade ifadel ihtiya ildən ilişki indiki insan insani intern irden ishlab ishonc
istedi ittiha iyun içinde işgäri işgärl janob janubi jarayo jaroha javob jemgyý jenap jinsiy jogap jumlad
kabul kaybet kelib kendin kerakl kesinl ketgan ketish keçmiş kirish kişi know ko'pla ko'rib ko'ris komite
kompan konuşa konuşt kun kungi kuzati kyn kömək köpçül küçük later leader left lgan life live majbur make
maksad marta mavjud maydon maňa media meetin member metbug milli millio milliy milyon minist minute month
months mornin much muddat muhim muhoka munosa munuň muvaff möhüm möwsüm möçber müdafi mühari müraci mənim
mənə nafar namizə naraha necə neden nedeni need never news ni night niň nomzod number nähili nümayə o'rtas
o'zi office offici olacağ oldi olding olgani olinga olundu olunma oluştu open ostida ovoz own oxirgi oyuncu
oyunda oyunçu part partiý past penşen person pikir place play points police polis polisi politi polits
proble public qabul qalib qancha qarşil qaytar qazand qazanm qeyri qiladi qilayo qilini qilmoq qiymət qo'lla
qo'yis qoldir qəbul qələbə rad ravish rağmen recent record reddet rejala remain resmi respon respub result
right run rəsmi sadəcə sanda saying sayisi saýlan sağlam sağlay secret seen sentab sentya sentýa servic ses
seçiml shahar shunch shunin sirasi six siyasi siyasə siyosa so'ng so'ngg so'zla social someth soni sonras
sonucu sonund sosial sosyal spokes sud suhbat synany syýasa söylen söylüy söyləd süre səbəbi səhər səviyy
ta'min takimi taking talab tam tamami taqdim tarixi tasdiq tashqa tassyk taxmin taýdan team tek tekrar
temsil tgan that's think times tomaşa took top topshi tushir tushun təmin tənqid təqdim təsdiq təxmin təzyiq
uch ularda ularga ulusal umyt under uygula uygun uzoq vaqt vaqti vaqtid vasitə vayron vaziya verdi verib
verile verilm verir vermiş verməy verən vəzifə want wekili went whethe win withou xabarl xal xarici xavfsi
xavoti xidmət y yapmak yapmay yaqin yaradi yaratm yaxin yenide yerine yerləş yetib yglan yildan yili yilind
yillar yilnin ylalaş ynanýa yo yo'q yok yol yubori yöneli yüzde zamand zatlar zor zorund çalişi çikan çikard
çikti çixiş çykan çykarm çykary çykdy çykmag çykyp çünkü çətin ölkəni öne örän özüni özünü ülkeni üstünd
üstünl üzere ýer ýerler ýetiri ýeňiş ýurduň ýüz şiddet şunlar şəxslə əhəmiy əksəri ərazis ərzind əvvəli
аввал адамды адже азамат азыркы аймагы аймакт аймақт айни айтады айында алады алатын алдыга аллака алты
алынга анда анықта аптада аралык астам афзуд ачык ашық балала балдар баргуз бардык бароба барысы баспас
бастап басты басынд башкы баштап баъзе бақыла бе без безопа бейсен белгіл береді берет бес беш бештар биздин
благод близьк бозии бозӣ болаша болмағ больши борбор бою британ будь біздің більш бірге бүт важлив вазифа
вважаю вересн вероят виклик викона вислов ворид всі второй высоко відбув відста гашт говоря голосо голосу
гурӯҳи гуфта гуфтан давлат дайынд далі данные дараҷа дастаи дауыс даъват даяр даярда дақиқа двох дейді
декіль деле демокр день держав деякі деңгей директ добре добуш додаас додан дорам другие других думку дійсно
екенді ему енді ер ерекше ескерт ефт жайгаш жайлы жакшыр жаман жарақа жасады жасар жасаға жастағ жақсар
жақын жақынд жеке жер життя жогору жолугу жылдан жылдын жылғы жүрген жүргөн забезп завдяк заключ залиша
залиши замон запита затем заявле звинув згідно зидди зиеди знову зордук зробит зрозум иборат иелоти измене
илова имеет именно имрӯз инчуни истори йому кабыл каза калды калон калтыр кам камсыз кандид караба карага
каража катуу качан качест кейбір кейінг келеді келеті келече келиши келтир келісі кетті киргиз кичине кол
колдог колдоо комите компан коміте конечн конце коопсу коргоо кори корист коркун корман котору кошумч кто
кунад кунанд кыйын кілька кількі күн көйгөй көмек көмект көптег көргөн кӯмак кӯшиши либо люди маанил маблағ
мага майбут майдон максат мамиле мансаб машҳур маънои мақсад маңызд мебара мегира мегӯян мезгил мене менин
меня мерзім место мехоҳа миллио минист минтақ многие могут можно момент муайян мубори мурунк мутаха муқоби
мыйзам мырза мініст місяці мүчөлө мұны мәліме наблюд нави навишт надошт намеку намояд написа направ нас
натыйж находи націон начале нашуда него неделе необхо нерсе нет никогд номзад нього ніколи обвине образо
объяви оголос одан однак одного ойын ойында ойыншы оказал омад омада омадан омода онҳоро опубли опублі
орнына орталы ортосу орын орында особли осында отправ отыр охири охирон оюн оянда оғози оңтүст партия первый
перебу перемо перший планда побачи повинн подгот подтве позвол пока полици пользу поліці помощь попытк пор
постав потому потріб початк працюв предло премье призна пример причин провед просто процен півден підгот
підтве рад раз раніше расмий ресми респуб роки роҳбар роҳи річний рӯз саме саны сари саясат саяси сағат свое
свои свой своєї свої своїх свій себя сегодн сейчас сентяб серед середн серйоз серьез сиесат ситуац собира
собств сондық соотве сот сотко сотруд соціал специа сподів спосте стати стверд суду сунушт сущест считае
сыякту сьогод сім сәйкес таасир табыла тавасс тавре таври такие таким тамошо тапсыр тарафд тарафи тартка
тасдиқ ташкил таъмин тағы тақриб тепер теперь тергеу тех течени тең тижня тих тогда той токтот топ три турат
туура тільки түскен түштүк тұрған төмөнк төрт уақыт уақытт участи учурун фаъоли фикр хвилин ходе хол хотят
хоҳанд цих цю ця ці чанд часом частин четвер четыре числе чого чому чыгып шабака шавад шамаме шаҳри шешім
ширкат шудан шумора шықты шыққан щодо эгер эл эртең этим этих эътиро ээ эҳсос якому ятницю інформ інших інші
қабул қажет қаза қазір қайтар қалай қалды қарсыл қатына қатысу қауіпс қисми қорғау қыркүй үкімет ұзақ ұйымда
ұлттық ҳамон ҳамроҳ ҳарака ҳатто ҳафтаи ҳақиқа ҳизби ҳисоби ҳол ҷаноби ҷароҳа ҷиҳати әсер өзгерт өзгөрт
өзгөчө өзін өзү өзүн өкілі өкүлү өлтүрү өткөрү өтті ազգայի ամեն ամիս այժմ այնքան այսպիս անդամն անհանգ անվտան
անցած անցկաց ապահով առանց առաջար առավոտ բարձր բարձրա գործըն գտնվող դարձել դուք դրա երբեք երեք երիտաս երկրի
եք ընդուն ընկերո թեկնած թիմը ժամը ինձ ինչը ինչպիս իրավու լինելո լինի կազմակ կատարվ կյանքի համապա հանդիս
հանրապ հասնել հարավա հենց հետևան հիմա հիվանդ հունիս ղեկավա ճանապա մակարդ մարդու միավոր մինչ միջև ներառյ
նկատմա նշանակ ոստիկա որի որոշու ունեցե չենք չէր չորս պահանջ պահպան պայման պատերա պատմու պարոն սահման սեպտեմ
սեռակա սովորա վաղ տալ տալիս տակ տարբեր տեղակա տեղեկա տղամար րդ ցույց փոխարե փորձու քիչ օգնութ օգտագո օր
آخرین آسیب آمد آنچه آورد اجتماع اختیار اداره ارایه ارتباط ارزښت اروپا اشاره اصلی اطلاعا اعلان افتاد افرادی
الی ام امتیاز امروز انتظار انداخت انگلست اوایل اول اړتیا ایا اینجا بازیکن بدلون برد برگزار بریالی بریتان
بعضی بنابرا بند بهیر بودن بیان بیشتری بې تاریخ تایید ترین تل تن جاری جان جای جدی جلسه جلوگیر جمع جمله جنسی
جنوبی جنگ جهانی جهت جون جوړ جوړه حتی حمله خانواد خبر خط خوب خوبی خپور دادند دادگاه داریم داشتن درباره درخواس
درست درصد درلود درلوده دقیقه دموکرا دنبال دهنده دهه دهی دوام دوره دوم دوو دیده دیگری رابرسې رایه رد رسانه
رسد رسنیو رسید رسیده رو روان روبرو رود زمینه زن زنده زیاد ساخت سبب ستونزم ستونزه ستونزې سخت سخنگوی سر سطح
سلنه سهار سپتامب سپتمبر سپس سیاسی سیالی سیمه شا شاید شدت شدید شرایط شش شمول شوو شپه شکست صبح ضد ضربه طبق
طریق طوریکه طول ظاهر عدم علت علیه عمل عوض غوښتل غوښتنه غږ غیر فشار فصل فعالیت قابل قهرمان لار لاسته لرې
لوبغاړ لوبه لوبې لویه لږ لیدل مالوما مبارزه متهم مجلس مخنیوی مدیر مربوط مرستې مرکز مسابقه مشخص مقام مقامات
ملاتړ ملګری ملی منجر منحیث منظور مه مو موجب میاشتې میخواه میرود میشد میلیون مینځ مینځه میکردن میکنم میگردد
مې نبود نتیجه نخست نخواهد ندارد نده نزدیک نشر نمیتوا نن نهایی نوی نړی نړیوال نږدې نیمه هدف هردو هره هرگز هغې
همان همین هنگامی هیله واشنگت واقع واقعا ورسره ورکوی وزیر وقت ونیسی وکړو وکړې ویاند ټاکنو ټوله ټیم پای پرته
پرې پشت پلان پلیس پولیس پولیسو پیروزی ځینې څلورو څنګه څوک چرا چنین چهار چگونه چیز ډېره ډېرو ښار ښاغلی ښځې
ښکاره کارمند کارپوه کارکوو کاری کاله کاملا کاهش کسب کشته کل کم کمیته کورنی کوله کوو کوونکو کوونکی کچه کیږی
ګن ګنې گردد گروه گفتند گویند گیرد گیری یافت یعنی یکشنبې ადრე ამას ამის ამისა ამჟამა აპირებ არსებო ასე აღმოჩნ
აშშ ახალგა ბევრი ბრალდე ბრიტან გააკეთ გამარჯ გამოიწ გამოქვ გამოყე განსხვ გარეშე გარკვე გუნდი დაამატ დაიწყო
დაკავე დასაწყ დასრულ დემოკრ დონალდ დღის ვაშინგ ვინც თავი თანახმ თვის თქვენ იმის იმისა იმყოფე ინფორმ იყვნენ
იყოს კანდიდ კარგად კარგი კვირის კომენტ კომიტე მამაკა მაღალი მაშინ მთავრო მთელი მიიღებ მიიღო მილიონ მინისტ
მისმა მიღებუ მოთამა მოთხოვ მომავა მომენტ მუშაობ მცირე მხარდა ნამდვი ორგანი ოფიცია პოლიცი პროცენ პროცეს
რაოდენ რესპუბ როგორ როგორი რომლის საკუთა სამუშა სამხრე სერიოზ სექტემ სოციალ სულ სწორედ ტრამპი უბრალო უთხრა
უსაფრთ ქალბატ ყველაფ ყოფილი შედეგა შეუძლი ში ჩატარე ჩვენს ჩრდილო ცნობილ ცხოვრე წინა ხოლო ჯერ
""",
    12: """
a'zola able accuse adalat adamy adaty adayi addim adini adland adli adyny again agentl ago agzala agzasy
ahead ait aladal aldi aldiği aldy almagy almaq almasi aloqad alread am amaciy amala ana ancaq anglat aniq
anlami aparil aparma approa araşti area assaul astynd atly attemp author ayblan ayblov aylani ayolla azynda
açiqla açyk aý aýal aýaly aýdyp aýdypd aýypla aňladý aşkar baglan bana bardy barlag barmag baryp bayono
başdan became belgil belled beni benzer beren berend berilý beripd bermoq berýän besh best beynəl bilmed
bilmir bilməd bilməz birini birnem biror biznes bo'lar bolala bolmal borasi borgan bosqic boy bring buna
bunday buning burada busine butunl bölges böyle bərabə bəri bəzilə campai case chance chaqir charge childr
cinayə cinsi commen comple condit confer confir consid contro course create critic cu cəlb cənub danişa
danişi danişm death decade defend demək deməkd derňew descri design determ deyarl deyir değild değişi didn't
died differ direkt diýipd dişi dişind dogry doim doing doland dollar doly doğrul duran durumd döwlet döwrün
dünýä düzümi düşünc econom edecek edilib ediliy edilmi edýänd eight ejir ekonom elbetd elde eleşti elinde
elə endişe erishi erkak ertala etayot etdirm etish etishi etmeye etməkd eventu eýsem eýýäm face faqat faqatg
far fark few fikirl final find firsat foiz foreig former free front fuqaro fərqli g'alab galan galdyr game
garama garşyl gave gazany gaýtad gece gecə gelip geliyo gelişt geljeg geljek gelýär geride getird getire
getiri geçird geçirý geçmiş geçýän gije given gizli goldaý goşdy guruhi gönükd görevl görmek görünü görüşm
gözegç günbat gəldiy gənc gətiri habarl hakyky halas hale half halkar halok hansi hanym harbiy harby hard
hareke harika hassah hastan having hazir hemişe henüz hepdän here herkes hesabi hesabl himsel hisobi hisset
hissəs hit hizmet holati hold hours hozir hududi hududl hujum hundre häkimi hünärm hətta həyat həyata ictima
idarə ifades ijtimo ikkita ilerle illərd import increa inform inkär interv involv iqtisa irəlil ishga islend
istədi itibar iýun işe işler işleri işlər jamoa jan jenaýa jynsy kadin kadini kaldi kaldir kamida kampan
kanali karari kararl karary katili kazana kazand kazanm keep keladi kelaja kelayo keldi keng kesgit kichik
killed kiritg kisa kishil kiçik kişile ko'cha ko'ngi ko'p ko'pch ko'rga ko'tar konfer kontro kotibi kuchay
kurtar kurulu kutilm kynçyl köpüsi kötü l late lavozi lazim lead least liderl lishi longer look lost ly
mahall major making maksat manage mashhu mashin maslah matbuo mavsum mean means meclis mehmon menga meni
menimc meselä mevcut meýdan meşhur minutd moment mother move mundan muroja myhman möhlet mövcud müdaha
mühafi mümkün münasi müsahi müzaki müşahi məni mətbua məğlub name namoyi narsa naziri nazora niýetl normal
nümayi nəfər o'sha o'ta o'tib o'tish o'yind o'zlar ochiq og'ir olara olary olay oldida olduqc olduql olishg
olishi olmuşd olsa olunmu olunur olup olur once onda ondan onlara onçakl orasid organi orta others outsid
oxir oy oylama oynadi oynaya oyunla oyunun oýnama oýunda oýunla oýunçy p partic partiy partne party paydo
paysha pek per percen perşem phone plans player popula possib post power premýe prepar pressu previo produc
progra promis provid puan pursat qachon qadin qadinl qalan qalibi qarash qarati qaror qatnas qayd qilinm
qilmas qiluvc qo'mit qrup questi qurban quyida qərari ra raýatl really receiv regula relati releas repres
return reveal runnin rəhbər rəsmil saatle sadece sag sagat sahib sakkiz saklan same saqlab savunm saxlam
saxlan sayi season sebebi securi sekiz sent serbes seriou serişd sexual seçici seçim seçmen shifox show
showed shtati shubha side simila sirada sistem siyosi siz sobiq sonrak sonunc sorun sorunu soruşt staff
start street strugg sualla succes sudga suffer sugges suçlam syýasy söylem söyley söyləy sürýär sərt səs
səsver ta'sir tagall tahlil taken taklif talap talep talk tamame tan tankyt tanqid tapawu tarap tarapd
target tarihi tark tarmoq tarqal tartib tartiş tashla tasvir tegish teknol telefo teleýa tercih tergov
texnol to'g'r to'pla to'rt to'xta today tomosh topar toparl topgan toplam trying tushga tushib tussag täzede
türgen tək təklif tələb tərk tərəfd təsir təsvir ugurda ulanma ulusla umid un unda undan unders univer until
urinis urushi used using utuk uyğun uşaqla vakili vardi verece verili verilə veriyo vermek verəcə voqea vote
vurğul vətənd wagtla wagtyn war weýran why woman women wrote xabari xalqar xanim xodiml xəbər xəbərd xəstəx
yakala yakin yakuni yanada yangil yapaca yapan yapilm yaptik yarada yarala yashar yaxud yay yaz yaşadi
yaşama yaşaya yaşiyo yerdə yerind yerə yetarl yetgan yilgi yilin ykdysa yo'qot yoldaş your yox yoxdur yuborg
yuzasi yza yzyna yüksel yüzler yə zady zamanl zarar zarur zenan zerur zgaris zo'rav zorlu zərər ähmiýe
ähtima çagala çalişt çatdir çağiri çemele çempio çevril çikari çiktiğ çixari çixişi çoğunl çykmak çykýan
çynlak çägind ölkələ önceki önde önünde özel özelli özi özləri özünde özünün öý ülke ülkede ülkele ümid
ümumi üpjün üst üyesi üýtged ýaş ýaşaýa ýeke ýerind ýerli ýetird ýokarl ýokdug ýolbaş ýurtda ýurtla ýyldan
ýyllar ýüzler şertle şeyler şimal şirkət şonda şondan şəxs şəxsi əgər əlaqəd əlaqəl əyalət адамны адамға ай
аймағы айналы айыпто аксари акча ала алат алаңда алаңын албай албатт алганд алганы алмады алмашт алуға алға
алғаны алғашқ анан андеша андоза андыкт аныкта анҷоми апта аралық арналғ арттыр артыкч арқасы аса атаанд
атайын аталат атап аткару ауруха ауыр ашык аягынд аял аялдар аяқтал баары баарын багытт балки бара баргар
бардош барлығ барном барова баррас бартар барып барқар бастал бастағ басшыл басшыс басқар батыс батыш башкар
баштаг баштал бағала бағдар бағытт безпек бейшем белсен беморх береті берип бермей берун берүүг берүүд
берүүн бет беттеш бехата бисер боварӣ бозинг бозиҳо боиси бола болбой болбос болжол болмас боло больни
большо бори боқӣ буда будани будуть бурда бурдан більшо більші біраз бүгүн бүкіл бұған бөлігі бөлүгү вазнин
вайрон вам варзиш вважає велики верхов вибора виборц визнач вимага випадк виріши високо включа вместо возвра
войны вохӯри вранці всегда всей всіх вуҷуд вуҷуди выбора вызвал відбул відмов віднов віднос відоми відпра
відчув війни гаштан генера голова головн госуда гоҳ гражда гуногу давлен давраи даже дастра дерект десяти
детей деңгээ диҳад дней дня днів дозвол доларі должен доллар дома донист достиг доступ досягн думаю дур
дучор дітей дүйнөл дұрыс дәл европе единст ей економ експер ел елдің есепте еткен етіп ешқанд ешқаша жагдай
жазды жай жакын жакынд жалгыз жалпы жарака жаранд жараша жартыс жарым жас жасалғ жасап жатабы жатып жаш
жашага жаңылы жерлер жеткир жетті жеңіп жеңіск жизни жизнь жыйынт жылдар жылдык жіберг жіберд жүздег жүздөг
жұлдыз жұмыст жұмысы загину зада заклик запере зарар зарбаи зардап заң збільш зв здесь зери зертте зиедта
знаход значит зорлық зробив идома избира извест измени ийгили имарат иностр инро интерв интишо испыты ишеним
ишке иштеге иштер июн июне иҷтимо кайрыл кайтып каме кампан кантип каранд карата кармал катчыс катышу келіп
кереме кишиле кишини количе колишн комент коммен контро конфер корҳои країн критик кунед кушода кушта кылды
кылмыш кырсык кээ кілько күнгі күчтүү көбіре көзөмө көпчүл көрген көрүп көтөрү лауазы лозим лікарн ма мавсим
майже марбут мардум маро маселе матері матчі махсус мають маған мағлуб медора междун мекуне менаму менее
мени меовар мере месте месяце мешуд миллии минут минутт мисалы мне многих мойынд монд моҳ мувафф мужчин
муроҷи мустақ мушоҳи муқарр муқови мындан міжнар мільйо міста місце місцев місці місяця мүнөтт мүчөсү мұндай
мұның мәжбүр мөөнөт н набуд навіть надора назад назари назвав назвал назван назора называ найбіл нам намоиш
намуди нападе населе насиль наслід натаво находя нахоҳа нашей нашрия негізі недавн недели необхі ни новоба
нужно ні обвини обвину обгово общест овоз овозди огромн одна одно одной ожидае означа ойного около оконча
окуя олутту онда оно оорука опреде ордуна орнала ором основн особен остава осылай осіб отбасы отказа отрица
офіцій охирин очікує оқиға п'ятни пайда пайызы панҷ панҷша парван пардох партии партії перева переда пережи
пештар питанн питань пов подібн позици поки полага полис полнос полови получа получе помощи понад посаду
посети поступ потрап потреб почти поэтом прагне прагну предла предос предпо предуп прежде преиму прекра
престу прибли привел привле привод прийма прийня принес природ прихил пришло провел провод произв пройти
проком протис проход пурра пурсид пізніш работу разраб разруш ранее расона рассле рафтан рахунк реакци
реакці роботу розгля розмов розслі руково рік сайын салган салдар салыст салышт самых сар сатҳи сағатт
свидет свобод своє своєму свідче світов себепт северо секрет сексуа сен сенато сенімд силы сипатт сифати
случае снова соат событи собі соверш согушт солҳои соныме сотқа социал соңынд соҳаи соҳиби способ спричи
спустя спільн став стане станов стать створи стране судьи сумнів суханр считаю сіз сіздер сілкін сүйлөг
сүрөтт сұрады сөз сөйлес тавр таких такыр такі талап там тапты тапшыр тарапт тармак тартты тафтиш ташвиш
таърих таңдау таңерт тез телеви телефо тергөө терито террит технол тиҷора тоді толугу толық тот тура туында
тырыса тыс тышкар түрдө түсіні тұраты тұрақт тұтқын төменд уақыты увелич улам уми универ універ упай управл
уряду услови утром учасни участв участн участь ушунда ушунча федера халықа хатти хизмат хона хочуть худи
центра цим цієї чабуул часов часто часть часу червні четке чечим чизе чизи число чор чотири чувств чун чунки
шаарын шахсон шаш шаҳода шаҳрва шесть шешімі шудаан шурӯъ шығард шығары шығып шість экенди эконом экспер эта
яғни європе історі їй ғолиб ғолиби қажетт қайтыс қалдыр қарама қараст қараға қарори қатар қатысы қауіпт
қисмат қиын қол қорған қоса қосымш қувваи қылмыс құтқар үмітке үмітте ұйымын ұпай ҳамла ҳастан ҳисоб ҳозир
ҳолат ҳуқуқи ҷамъия ҷанг ҷанги ҷаҳон ҷаҳонӣ ҷиддӣ ҷумҳур әдетте әйел әйелде әлеуме әрине әрі әскери өзгері
өзгөрү өзі өкмөт өкмөтү өлкө өлкөдө өлкөнү өмірін өткізі өтіп ակնկալ այլևս այնուա այնուհ այնպիս այսօր անդամ
անհրաժ անձնակ անունը աշխատո ապա առաջադ առաջնո առավել ասելով արել արտահա արևմտյ բազմաթ բանից բաց բոլորի
բռնութ գալիս գործու գտնվու գրել դառնալ դատակա դարձավ դեմոկր դեպքու դեռևս դժվար դու ելույթ ենթարկ երեխան
երկար երկարա երկրնե զգում էի ընդդեմ ընդհան ընտանի թույլ թվական ինչի իշխանո ից լուրջ խաղացո խաղի խաղում խիստ
խոսելո խոսնակ խուսափ ծառայո կա կապված կասկած կարծիք կարճ կլինեն կնոջ կոմիտե կոնգրե կունեն կուսակ հակառա
հաղթան համարվ հայտնո հայտնվ հանձնա հաշվով հաջողո հարաբե հարյու հարցեր հեռախո հեռու հետագա հետազո հիմնակ հինգ
հինգշա հրաժար հրապար ձեռք ձերբակ ճիշտ մահացե մամուլ մարմին մեզ մեծամա մեկնաբ միլիոն մինչդե միշտ միջազգ
միջոցն միջոցո մյուս նախարա ներդրո նույնի շաբաթվ շնորհի շրջանո որին որևէ ուզում ուղարկ ուղղու ունեն ունենո
ուներ ունեցո չեմ պարզապ պնդում սենատո սեփակա սխալ սկսել սովորե սոցիալ ստացել ստեղծե վատ վեց վիրավո վնասվա
տարեկա տարինե տարվա տեղափո տեսնել տնօրեն տոկոսը տվել տվեց տվյալն տրամադ րոպե ցանկաց ցուցաբ ցուցադ փոխանց
փորձագ փոփոխո փոքր քաղաքի քննադա քննարկ քվեարկ օրինակ ևս آب آخر آمادگی آمار آمده آمیز آوردن اتحادی اتهام
اتهاما اثر اجازه اختلاف اخیستل ادعا اذیت ارزش ارشد اروپای ازار ازینکه استم اشتراک اطمینا اعتماد اعضای افتاده
افزود اقتصاد البته المللی امتداد امر امسال امور امیدوا ان انتقاد انتقال انګلست اهمیت اوسی اوچت اوږد اکثر
اکثریت ایالت ایستاد ایم اینگون بالا بالاتر بتوانن بجو بحث بخاطر بخشی برخورد برخې بردن بررسی برسد برنده بریټ
بزرگتر بسوی بشپړه بعدا بله بنیاد بهبود بهتر بهترین بهرنیو بگیرند بیانیه بیمارس تاثیر تبدیل تجارت تجاوز
تحقیقا ترې تعدادی تقریبا تلویزی تلیفون تماس توافق توانند تور تورن توسعه توضیح توپ تیاری تېره ثبت جانب جاییکه
جدیدی جزیره جلو جمعیت جنګ جهان جوړې جګړې حادثه حاصل حالا حالت حداقل حزب حضور حیران خانم خبرو خدمتون خطاب
خواسته خواهان خواهم خواهیم خودش خیر داخل دارم ددې دراز درلودل دریافت درې دفاع دلار دهندگا دهیم دواړو دوست
دونالد دویم دویمه دچار راغلی رامنځت راوستل راوړی رسمی رسېدلی رفت رفتن رفته رقابت رهبری روابط روانې روغتون زد
زدن زده زنگ زیر سابق ساحه ساختما سایر سترې ستونزو سختی سراسر سرعت سعی سن سنا سوداګر سویلی سپټمبر سی سیمې
شاهد شبکه شته شخص شرق شریک شفاخان شمار شمالی شهادت صحنه صدها طراحی طرف طرفدار طولانی طی عامه عضو عملکرد عکس
غاړه غربی غواړم فرد فرصت قانون قانونی قبلی قدرت قصد لحظه لرم لرونکی لوبو لوړه لی لیگ ماتې ماشوما ماموری مایک
متوجه مجموعه محل محلی مخامخ مخې مستقیم مسیر مشابه مشاهده مشکل مطرح مظاهره معاون مناسب مناطق منتشر منتقل
منځنی مهاله مهم مواجه موجود مور مک مګر میاشتو میخواس میدان میدهند میگوین میگیرد ناستې نامزد نتوانس نزدیکی
نشته نشده نشست نمایش نمرې نمودند نورې نوموړې نوې نگران نگرانی نگه نیروی نیستند نیمایی نېټه هراس هرچند هزینه
هستم هشدار هغوی هلته همانند همداسې همیشه هڅې هېوادو واخلی واخیست واشینگ ورځو ورکولو ورکړل وساتی ولاړ ولری
ولی ولیدل وموندل ونه ونیول وړاندی وژل وګوری وینا ویژه ویې ټولنیز پاسخ پام پایین پخش پخوا پراخه پرانیس پرداخت
پست پسر پلټنې پنجشنب پنځه پورته پوه پوښتنه پیام پیشنها ځله ځواب ځواک چا چارو چندین چی ډله ډونالډ ډیموکر
ژوندی ژوین ښکته ښیی کارکنا کامل کاندید کردم کریستی کس کسانی کسی کلونو کمی کنار کنترل کنترول کنفران کنگره
کولې کومه کوچنی کېدل ګټه گرفتن یابد یاد یافته یی ადგილე ადგილზ ადგილი ამბობე ამიტომ არც ასობით აქ აღმოსა
ახალ ბატონმ ბრეტ ბრძოლა გააჩნი გავლენ გამართ გამოსვ გამოცდ გამოძი განვით განიხი განსაკ განუცხ განცხა გარდა
გარეთ გასული გახდა დაბრუნ დაკარგ დასძინ დიდ დილის დირექტ დროის დღე ე ევროპა ეროვნუ ექსპერ ვარ ვართ ვფიქრო
ზოგიერ თავდას თავიან თავისუ თამაში თამაშო თანამდ თანამშ თქმა იან ივნისშ ითამაშ იმას ინტერვ ისევე ისეთი
ისტორი იტყობი იქნა კავანო კავშირ კვირაშ კონგრე ლონდონ მა მათგან მაინც მდგომა მდებარ მიაღწი მისცა მიღება
მიღწევ მიხედვ მოიცავ მოლაპა მომხდა მონაცე მოქალა მოქმედ მოცემუ მცდელო ნაბიჯი ნაწილი ნებისმ ნიშნავ ოთხი ომის
ორ ორშაბა პარტიი პერიოდ პირდაპ პოზიცი პრემიე რამეთუ რასაც რთული რის როცა საავად საათზე საერთა საზოგა საკითხ
საკმაო სამართ სამეფო სამსახ საუბრი საქმე საჭირო სახელი სახელმ სახლში საჯარო სენატი სექსუა სპეცია სხვადა
ტერიტო ტექნოლ ტრამპმ უამრავ უარყოფ უკან უკანას უმაღლე უმეტეს უნივერ უპირატ ურთიერ ქვეშ ყოველთ შედარე შედეგე
შეეძლო შემდგო შემცირ შესაბა შექმნა შექმნი ჩანს ჩვენებ ცენტრშ ცვლილე ცოტა ძალადო ძირითა წარმატ წარმოა წევრებ
წინაშე ხალხს ხდება ხუთშაბ ჯონ
""",
}

COMMON: Final = {stem: number for number, stems in _BEARERS.items() for stem in stems.split()}
"""Stem -> documents of 123 that bear it, in round numbers; the highest of all languages."""
