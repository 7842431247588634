import type { SourceInput } from '#domain/source.ts';

/** The publications that report on the alliance itself. */
const onAlliance: SourceInput[] = [
	{
		id: 'shangguan-xinwen-2020-11-23',
		title: { zh: '长三角协同创新又有新举措！这个民间联盟揭牌成立' },
		publisher: { zh: '上观新闻（解放日报）', en: 'Shanghai Observer (Jiefang Daily)' },
		published: '2020-11-23',
		url: 'https://www.shobserver.com/news/detail?id=314247',
		remark: {
			zh: '联盟成立的报道，列出首批12家成员单位和首任轮值主席单位。',
			en: 'Report of the founding. It lists the first 12 members and the first rotating chair.'
		},
		internalNote: '所见文本止于成员名单之后，下文未能核对。'
	},
	{
		id: 'tongzhouwan-2023-09-27',
		title: { zh: '通州湾“朋友圈”再扩容　加盟长三角一体化太湖融合创新联盟' },
		publisher: { zh: '江苏省通州湾江海联动开发示范区（南通市政府网站群）' },
		published: '2023-09-27',
		url: 'https://tzw.nantong.gov.cn/tzwjhldkfsfq/zsyz/content/076a349b-677a-49b4-8f86-b059ccc6e4fb.html',
		remark: {
			zh: '三家发起单位的名称，以及2023年活动的会场，均以此文为据。',
			en: 'The source for the names of the three initiators and for the venue of the 2023 ceremony.'
		}
	},
	{
		id: 'wuxi-ribao-2023-09-27',
		title: { zh: '“扩大朋友圈　推进一体化”六城市加盟暨合作项目签约（报道）' },
		publisher: { zh: '无锡日报', en: 'Wuxi Daily' },
		published: '2023-09-27',
		remark: {
			zh: '2023年六城市加盟的报道：点名八家新成员，称成员“近30家”、覆盖三省一市，并记述连云港之行与三项对外协议。未找到网址。',
			en: 'Report of the 2023 ceremony: it names eight new members, speaks of “nearly 30” in all across three provinces and one municipality, and mentions the visit to Lianyungang and three outside agreements. No web address was found.'
		}
	},
	{
		id: 'yajingxie-2023-05',
		title: { zh: '【分支机构动态】构筑“前沿阵地”　当好“开路先锋”——亚经协长三角发展部召开工作会议' },
		publisher: { zh: '中国亚洲经济发展协会' },
		published: '2023-05',
		url: 'http://caeda.org.cn/yaowen/202305/4056.html',
		remark: {
			zh: '述及该协会长三角发展部与联盟的协作。发布月份取自网址。',
			en: 'Touches on the work of the association’s Yangtze Delta department with the alliance. The month is taken from the web address.'
		},
		internalNote: '所见文本在列举工作内容处中断。'
	},
	{
		id: 'yajingxie-2021-11',
		title: { zh: '立足大上海　服务长三角' },
		publisher: { zh: '中国亚洲经济发展协会（转载）' },
		published: '2021-11',
		remark: {
			zh: '仅用作一家成员的背景资料，所见部分未提及联盟。',
			en: 'Background on one member only; the part seen does not mention the alliance.'
		},
		internalNote: '所见为抓取的镜像，原文应在 caeda.org.cn，尚未核对。'
	}
];

/** The publications from which the seats and kinds of members and partners are known. */
const onMembers: SourceInput[] = [
	{
		id: 'chuzhou-caifangxing',
		title: { zh: '媒体采访滁州，途经中国金丝楠木博物馆（原题未见）', en: 'Media tour of Chuzhou, stop at the Nanmu museum (original title not seen)' },
		publisher: { zh: '456833cq.com' },
		url: 'https://www.456833cq.com/newsstd_914.html',
		remark: { zh: '文中只写3月23日，年份不详。', en: 'Dated 23 March, without a year.' }
	},
	{
		id: 'xinhua-baoye-2022-11-21',
		title: { zh: '无锡连云港工业园区高质量发展总体方案获批' },
		publisher: { zh: '新华报业网（交汇点）' },
		published: '2022-11-21',
		url: 'https://www.xhby.net/js/jj/202211/t20221121_7760297.shtml',
		remark: { zh: '园区所在地以此为据。', en: 'Says where the park lies.' }
	},
	{
		id: 'hongdou-baike',
		title: { zh: '红豆集团（百科条目）', en: 'Hongdou Group (encyclopedia entry)' },
		publisher: { zh: '维基百科镜像', en: 'Wikipedia mirror' },
		remark: { zh: '总部所在地、英文名称和网站以此为据。', en: 'Head office, English name and web site.' },
		internalNote: '镜像站 wikim.kfd.me；如有企业官网页面，应改引官网。'
	},
	{
		id: 'xiandai-kuaibao-2009-11-26',
		title: { zh: '15年蹚出一条集约化道路　无锡新加坡工业园计划3年内上市' },
		publisher: { zh: '现代快报', en: 'Modern Express' },
		published: '2009-11-26',
		url: 'http://dz.xdkb.net/old/html/2009-11/26/content_71718542.htm',
		remark: { zh: '说明该公司经营无锡新加坡工业园。', en: 'Says that the company operates the Wuxi-Singapore Industrial Park.' }
	},
	{
		id: 'gaoxin-chanye-daobao-2023-12-25',
		title: { zh: '从工业园到科创城精彩蝶变　无锡新加坡工业园踏上二次创业路' },
		publisher: { zh: '中国高新技术产业导报' },
		published: '2023-12-25',
		url: 'http://paper.chinahightech.com/pc/content/202312/25/content_52881.html',
		remark: { zh: '园区位于无锡高新区内。', en: 'The park lies within Wuxi High-tech Zone.' }
	},
	{
		id: 'keji-ribao-2023-12-20',
		title: { zh: '无锡新加坡工业园30年吸引投资超150亿美元' },
		publisher: { zh: '科技日报（转载）', en: 'Science and Technology Daily (reposted)' },
		published: '2023-12-20',
		url: 'http://te-ch.tech/news/show-323187.html',
		remark: {
			zh: '由文中同一负责人的两个职务可知，无锡高新区与新吴区合署。',
			en: 'One official is named as head of both, from which it follows that Wuxi High-tech Zone and Xinwu District share one administration.'
		}
	},
	{
		id: 'mizuho-2005-12-21',
		title: { zh: '获准筹建无锡分行（英文公告）', en: 'Permission Received to Prepare for Establishment of Wuxi Branch' },
		publisher: { zh: '瑞穗金融集团', en: 'Mizuho Financial Group' },
		published: '2005-12-21',
		url: 'https://www.mizuhogroup.com/bank/news/2005/12/permission-prepare-for-establishment-wuxi-branch.html',
		remark: { zh: '分行设在无锡，未载街道或区。', en: 'The branch is in Wuxi; no street or district is given.' }
	},
	{
		id: 'wangzhuang-jiedao-baike',
		title: { zh: '旺庄街道（百科条目）', en: 'Wangzhuang Sub-district (encyclopedia entry)' },
		publisher: { zh: 'factpedia.org' },
		url: 'https://factpedia.org/index.php?mobileaction=toggle_view_mobile&title=%E6%97%BA%E5%BA%84%E8%A1%97%E9%81%93',
		remark: {
			zh: '旺庄街道属新吴区；条目未提及旺庄科创中心。',
			en: 'Wangzhuang belongs to Xinwu District; the entry does not mention the innovation centre.'
		}
	},
	{
		id: 'renminwang-zhejiang-2023-05-12',
		title: { zh: '浙江清华长三角研究院：校地合作为高质量发展安上“智慧芯”' },
		publisher: { zh: '人民网浙江频道', en: 'People’s Daily Online, Zhejiang' },
		published: '2023-05-12',
		url: 'http://zj.people.com.cn/n2/2023/0512/c186327-40412667.html',
		remark: { zh: '研究院位于嘉兴市南湖区。', en: 'The institute is in Nanhu District, Jiaxing.' }
	},
	{
		id: 'luyan-zhongxin-qiyong',
		title: { zh: '长三角全球科创路演中心启用（原题未见）', en: 'Opening of the roadshow centre (original title not seen)' },
		publisher: { zh: '浙江清华长三角研究院（转载）' },
		remark: {
			zh: '9月24日启用，年份不详；由嘉兴市政府与研究院共建。',
			en: 'Opened on a 24 September, year not given; built by Jiaxing city government together with the institute.'
		},
		internalNote: '所见为 volbank.org 的转载，非研究院官网（tsinghua-zj.edu.cn）。'
	},
	{
		id: 'nanhu-jijin-xiaozhen-2020-09-26',
		title: { zh: '世界名校系列路演活动——曼彻斯特大学专场' },
		publisher: { zh: '南湖基金小镇' },
		published: '2020-09-26',
		url: 'http://nanhufund.com/index.php/conferences/info/765',
		remark: { zh: '日期为活动日，当时路演中心已投入使用。', en: 'Dated by the event; the roadshow centre was in use by then.' }
	},
	{
		id: 'zhongxiaoqiye-xiehui-fangwen',
		title: { zh: '香港中华工商总会来访（原题未见）', en: 'Visit by the Hong Kong chamber (original title not seen)' },
		publisher: { zh: '中国中小企业协会' },
		url: 'http://ca-sme.org/content/Content/index/id/99482/isadmin/1',
		remark: { zh: '来访日为6月16日，年份不详。', en: 'The visit was on a 16 June, year not given.' }
	},
	{
		id: 'guoji-zaixian-2020-06-01',
		title: { zh: '通州湾论坛报道（原题未见）', en: 'Report on a forum in Tongzhou Bay (original title not seen)' },
		publisher: { zh: '国际在线江苏', en: 'CRI Online, Jiangsu' },
		published: '2020-06-01',
		url: 'https://js.cri.cn/20200601/6a8c6dde-124f-cec0-94d6-9d39a1b87e11.html',
		remark: { zh: '通州湾在南通沿海，示范区设于2015年。', en: 'Tongzhou Bay is on the coast of Nantong; the zone dates from 2015.' }
	},
	{
		id: 'chuzhou-kaifaqu-jianjie',
		title: { zh: '滁州经济技术开发区（两则简介）', en: 'Chuzhou Economic and Technological Development Zone (two descriptions)' },
		publisher: { zh: 'ctoth.com、sboyo.com' },
		url: 'http://www.ctoth.com/dictionary/2664228.html',
		remark: {
			zh: '两处对方位的说法不一（另一处见 https://m.sboyo.com/1/2181951.html），因此所在区县未定。',
			en: 'The two disagree on where in the city the zone lies (the other is https://m.sboyo.com/1/2181951.html), so no district is given.'
		}
	},
	{
		id: 'hkcica-xinwen',
		title: { zh: '香港中华工商总会新闻页', en: 'News page of the Hong Kong chamber' },
		publisher: { zh: '香港中华工商总会' },
		url: 'http://www.hkcica.org.hk/index.php?a=show&id=1260&m=Article',
		remark: { zh: '仅用于确认该会网站。', en: 'Seen only to establish the chamber’s web site.' }
	}
];

/** The publications from which the scopes of the region groups are taken. */
const onRegions: SourceInput[] = [
	{
		id: 'scholarmate-guihua-gangyao',
		title: { zh: '引述2019年《规划纲要》的论文摘要（原题未见）', en: 'Abstract that quotes the 2019 outline plan (original title not seen)' },
		publisher: { zh: 'ScholarMate', en: 'ScholarMate' },
		url: 'https://scholarmate.com/S/e8tenc',
		remark: { zh: '列全中心区27个城市的名称。', en: 'Names all 27 cities of the central zone.' }
	},
	{
		id: 'xinhuashe-guihua-gangyao-2019-12-02',
		title: { zh: '中共中央　国务院印发《长江三角洲区域一体化发展规划纲要》' },
		publisher: { zh: '新华社（转载）', en: 'Xinhua News Agency (reposted)' },
		published: '2019-12-02',
		url: 'http://www.wuhansn.com/2019/1202/558950.shtml',
		remark: {
			zh: '新华社2019年12月1日播发。载明27个城市之数及面积，只举出其中六市。',
			en: 'Released by Xinhua on 1 December 2019. It gives the number 27 and the areas, and names six of the cities.'
		}
	},
	{
		id: 'scmp-2016-06',
		title: { zh: '中国公布长江“世界级城市群”蓝图（英文报道）', en: 'China rolls out blueprint for Yangtze ‘global city-cluster’' },
		publisher: { zh: '南华早报', en: 'South China Morning Post' },
		published: '2016-06',
		url: 'https://scmp.com/news/china/policies-politics/article/1964289/china-rolls-out-blueprint-yangtze-global-city-cluster',
		remark: { zh: '列全26个城市；月份依规划文本，页面未见。', en: 'Names all 26 cities; the month is that of the plan, not of the page.' }
	},
	{
		id: 'chengshiqun-guihua-2016-06',
		title: { zh: '《长江三角洲城市群发展规划》（上）' },
		publisher: { zh: '国家发展改革委、住房城乡建设部（转载）', en: 'National Development and Reform Commission and Ministry of Housing and Urban-Rural Development (reposted)' },
		published: '2016-06',
		url: 'http://cre.org.cn/zl/xlwjlz/15213.html',
		remark: { zh: '规划原文，所见仅为目录。', en: 'The plan itself; only its contents list was seen.' }
	},
	{
		id: 'huantaihu-kechuangquan-2021-06-08',
		title: { zh: '重磅！环太湖科创圈来了' },
		publisher: { zh: 'kczg.org.cn' },
		published: '2021-06-08',
		url: 'https://www.kczg.org.cn/rules/detail?id=5602046',
		remark: { zh: '两区六市于2021年5月27日签署框架协议。', en: 'Two districts and six cities signed the framework agreement on 27 May 2021.' }
	},
	{
		id: 'guihua-shanghai-yitu',
		title: { zh: '一图读懂上海大都市圈空间协同规划' },
		publisher: { zh: '规划上海SUPDRI（转载）' },
		url: 'https://freewechat.com/a/MzkyNTA4NDY5Mw==/2247549966/1',
		remark: { zh: '范围为“1+8”，均以全市计。', en: 'The scope is “1+8”, whole cities throughout.' }
	},
	{
		id: 'stufic-shanghai-dadushiquan',
		title: { zh: '上海大都市圈规划报道（原题未见）', en: 'Report on the Shanghai metropolitan area plan (original title not seen)' },
		publisher: { zh: 'stufic.com' },
		url: 'https://stufic.com/news/view?id=13046',
		remark: { zh: '规划由沪苏浙两省一市于2022年1月联合印发。', en: 'Shanghai, Jiangsu and Zhejiang issued the plan jointly in January 2022.' }
	},
	{
		id: 'nanjing-dushiquan-2021-04-12',
		title: { zh: '《南京都市圈发展规划》即将全文公布' },
		publisher: { zh: '江苏省中小企业协会' },
		published: '2021-04-12',
		url: 'https://jsa-sme.org.cn/html/2021-04/173598.shtml',
		remark: { zh: '分载主要范围（到区县）与拓展的规划范围。', en: 'Gives the main area by district, and the wider planning area.' }
	},
	{
		id: 'zhongxinwang-2018-10-25',
		title: { zh: '安徽黄山市正式加入杭州都市圈' },
		publisher: { zh: '中国新闻网', en: 'China News Service' },
		published: '2018-10-25',
		url: 'https://www.chinanews.com/cj/2018/10-25/8659788.shtml',
		remark: { zh: '衢州、黄山两市加入合作发展协调会。', en: 'Quzhou and Huangshan were admitted to the coordination council.' }
	},
	{
		id: 'xinhunan-2025-11',
		title: { zh: '一个都市圈“自己的事”，成了长三角城市群“大家的事”' },
		publisher: { zh: '新湖南客户端' },
		published: '2025-11',
		url: 'https://m.voc.com.cn/xhn/news/202511/30991684.html',
		remark: {
			zh: '国家发展改革委2024年2月函复，范围小于此前口径。',
			en: 'The reply of the National Development and Reform Commission, February 2024, fixed a smaller area than before.'
		}
	},
	{
		id: 'zhejiang-guihuayuan-2026-02-28',
		title: { zh: '推动宁波都市圈同城化发展实施路径研究' },
		publisher: { zh: '浙江省发展规划研究院' },
		published: '2026-02-28',
		url: 'https://www.zdpi.org.cn/txtread.php?id=19616',
		remark: { zh: '载有获批规划的范围。', en: 'Gives the area in the approved plan.' }
	},
	{
		id: 'zhongwuwang-boke',
		title: { zh: '第二届苏锡常一体化峰会（博文，原题未见）', en: 'Blog post on the second Su-Xi-Chang summit (original title not seen)' },
		publisher: { zh: '中吴网个人空间' },
		url: 'https://ren.cz001.com.cn/index.php?c=Blog&id=91994&m=detail',
		remark: { zh: '据《常州日报》2020年11月25日报道写成。', en: 'After a report in Changzhou Daily of 25 November 2020.' }
	},
	{
		id: 'sboyo-jiangsu-dushiquan',
		title: { zh: '江苏省几个大都市圈？' },
		publisher: { zh: 'sboyo.com' },
		url: 'https://m.sboyo.com/1/394696.html',
		remark: { zh: '称苏锡常由苏州、无锡、常州组成；并非规划文件。', en: 'Says that the area consists of Suzhou, Wuxi and Changzhou; it is no plan document.' }
	}
];

/** 来源: every publication behind the recorded facts. */
export const sources: SourceInput[] = [...onAlliance, ...onMembers, ...onRegions];
