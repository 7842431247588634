import { BASIS_WORDS, DATUM_WORDS, KIND_WORDS, ROLE_WORDS, STAGE_WORDS, type Words } from './vocabulary.ts';

/** How the cells of a column are read and written. */
export type ColumnForm =
	| { readonly form: 'name' | 'text'; readonly most: number }
	| { readonly form: 'names' | 'sources' | 'event' | 'city' | 'district' | 'partial_day' | 'day' | 'web' | 'credit_code' | 'id' | 'person' | 'degrees' | 'chance' }
	| { readonly form: 'choice' | 'choices'; readonly words: Words };

/** One column of a kind of import: its header in exports, and the other headers by which it is known. */
export type Column = ColumnForm & {
	readonly id: string;
	readonly zh: string;
	readonly en: string;
	readonly also: readonly string[];
	/** Without it a new record cannot be made. */
	readonly required?: true;
};

/** What is imported. */
export const IMPORT_TYPES = ['members', 'prospects'] as const;
export type ImportType = (typeof IMPORT_TYPES)[number];

const name = (id: string, zh: string, en: string, also: string[], most = 300): Column => ({ id, zh, en, also, form: 'name', most });
const text = (id: string, zh: string, en: string, also: string[], most: number): Column => ({ id, zh, en, also, form: 'text', most });
const choice = (id: string, zh: string, en: string, words: Words, also: string[]): Column => ({ id, zh, en, also, form: 'choice', words });
const plain = (form: 'names' | 'sources' | 'event' | 'city' | 'district' | 'partial_day' | 'day' | 'web' | 'credit_code' | 'id' | 'person' | 'degrees' | 'chance') =>
	(id: string, zh: string, en: string, also: string[]): Column => ({ id, zh, en, also, form });

const NAME: Column = {
	...name('name', '名称', 'Name', ['单位名称', '成员名称', '成员单位', '成员单位名称', '机构名称', '机构', '单位', '单位全称', '全称', '中文名称', '中文名', '企业名称', '公司名称', '会员单位', '会员名称', '会员单位名称', '加盟单位', '意向单位', '意向单位名称', 'Member', 'Member name', 'Organisation', 'Organization', 'Organisation name', 'Organization name', 'Institution', 'Chinese name', 'Name (Chinese)', 'Prospect']),
	required: true
};
const NAME_EN = name('nameEn', '英文名称', 'English name', ['英文名', '外文名称', '英文', '名称(英文)', 'Name (English)', 'Name in English', 'English']);
const ALIASES = plain('names')('aliases', '别名', 'Also known as', ['简称', '曾用名', '又名', '其他名称', 'Alias', 'Aliases', 'Short name', 'Other names', 'Former name']);
const KIND = choice('kind', '类别', 'Kind', KIND_WORDS, ['类型', '单位类别', '单位类型', '机构类别', '机构类型', '单位性质', '性质', '成员类别', '成员类型', '分类', 'Type', 'Category', 'Member type']);
const CITY = plain('city')('city', '所在城市', 'City', ['城市', '所在地', '所在市', '地市', '地级市', '市', '地区', '所属城市', '注册地', '地点', '所在地区', '所属地区', 'Location', 'Prefecture', 'Seat']);
const DISTRICT = plain('district')('district', '区县', 'District', ['所在区县', '区', '县区', '所在区', '区(县)', '县(市、区)', '市区县', '所属区县', '县市区', '县', 'County', 'District/County']);
const CREDIT_CODE = plain('credit_code')('creditCode', '统一社会信用代码', 'Credit code', ['信用代码', '社会信用代码', '统一信用代码', '组织机构代码', '证照号码', 'Unified social credit code', 'USCC']);
const WEBSITE = plain('web')('website', '网站', 'Website', ['网址', '官网', '官方网站', '主页', '单位网址', 'Web', 'URL', 'Homepage', 'Web site']);
const REMARK = text('remark', '备注', 'Remarks', ['说明', '备注说明', '附注', '补充说明', 'Remark', 'Notes (public)', 'Comment', 'Comments'], 2000);
const NOTE = text('note', '内部备注', 'Internal note', ['内部说明', '内部记录', '工作备注', 'Internal notes', 'Note', 'Notes'], 5000);
const SOURCES = plain('sources')('sources', '来源', 'Sources', ['信息来源', '资料来源', '数据来源', '出处', '依据', 'Source', 'Reference', 'References']);

/** The columns of members: one row a membership, so that a member who came back has two. */
export const MEMBER_COLUMNS: readonly Column[] = [
	plain('id')('id', '成员编号', 'Member ID', ['成员id', 'Member identifier']),
	NAME,
	NAME_EN,
	ALIASES,
	KIND,
	choice('kindBasis', '类别依据', 'Basis of kind', BASIS_WORDS, ['Kind basis']),
	CITY,
	choice('cityBasis', '城市依据', 'Basis of city', BASIS_WORDS, ['City basis']),
	DISTRICT,
	choice('districtBasis', '区县依据', 'Basis of district', BASIS_WORDS, ['District basis']),
	plain('partial_day')('joined', '加盟日期', 'Joined', ['加盟时间', '加入日期', '加入时间', '入盟时间', '入盟日期', '入会时间', '入会日期', '加盟年月', '入会年月', '加盟年份', '成员自', 'Joined on', 'Join date', 'Date joined', 'Joining date', 'Member since', 'Since']),
	choice('joinedBasis', '日期依据', 'Basis of joining date', BASIS_WORDS, ['加盟日期依据', 'Joined basis']),
	plain('partial_day')('left', '退出日期', 'Left', ['退出时间', '退盟时间', '退盟日期', '退会时间', '退会日期', '离开日期', '终止日期', 'Left on', 'Date left', 'Leaving date', 'End date', 'Until']),
	plain('event')('event', '批次', 'Batch', ['加盟批次', '加入批次', '所属批次', '批号', '加盟活动', 'Event', 'Joined through', 'Batch/event']),
	{ id: 'roles', zh: '职务', en: 'Roles', also: ['角色', '担任职务', '联盟职务', '身份', '成员身份', 'Role', 'Office', 'Offices'], form: 'choices', words: ROLE_WORDS },
	WEBSITE,
	CREDIT_CODE,
	plain('degrees')('lon', '经度', 'Longitude', ['lng', 'lon', 'long', '东经', '经度(°)']),
	plain('degrees')('lat', '纬度', 'Latitude', ['lat', '北纬', '纬度(°)']),
	choice('datum', '坐标系', 'Datum', DATUM_WORDS, ['坐标系统', '坐标类型', '坐标基准', 'CRS', 'Coordinate system', 'Datum/CRS']),
	SOURCES,
	REMARK,
	NOTE,
	plain('id')('membershipId', '成员资格编号', 'Membership ID', ['资格编号'])
];

/** The columns of prospects: one row a prospect. */
export const PROSPECT_COLUMNS: readonly Column[] = [
	plain('id')('id', '意向单位编号', 'Prospect ID', ['意向单位id', 'Prospect identifier']),
	NAME,
	NAME_EN,
	ALIASES,
	KIND,
	CITY,
	DISTRICT,
	choice('stage', '阶段', 'Stage', STAGE_WORDS, ['进展', '当前阶段', '进度', '状态', '跟进阶段', '跟进状态', 'Status', 'Pipeline stage', 'Progress']),
	plain('day')('stageSince', '阶段开始日期', 'Stage since', ['进入阶段日期', '本阶段起始', '阶段日期', 'In stage since']),
	plain('day')('noted', '登记日期', 'Noted', ['发现日期', '录入日期', '首次登记', '登记时间', 'Noted on', 'First noted', 'Created']),
	plain('chance')('probability', '把握', 'Probability', ['概率', '可能性', '成功率', '成功概率', '把握度', '把握(%)', 'Chance', 'Likelihood', 'Probability (%)']),
	plain('day')('expected', '预计加盟日期', 'Expected', ['预计日期', '预计加盟', '预计加盟时间', '预期日期', 'Expected on', 'Expected date', 'Expected joining date']),
	plain('person')('owner', '负责人', 'Owner', ['跟进人', '联系人(我方)', '经办人', '责任人', 'Responsible', 'Account owner']),
	text('nextStep', '下一步', 'Next step', ['下一步工作', '下步计划', '下一步计划', '跟进计划', '待办', 'Next steps', 'Next action'], 500),
	plain('day')('nextStepOn', '下一步日期', 'Next step on', ['下一步时间', '跟进日期', '计划日期', '下次跟进', '截止日期', 'Next step date', 'Due', 'Next action date']),
	text('contact', '联系方式', 'Contact', ['联系人', '对方联系人', '联系电话', '电话', 'Contacts', 'Contact person'], 500),
	text('lostReason', '流失原因', 'Reason lost', ['未成原因', '放弃原因', '终止原因', 'Lost reason'], 500),
	WEBSITE,
	CREDIT_CODE,
	NOTE
];

/** The columns of a kind of import, in the order in which exports write them. */
export function columnsOf(type: ImportType): readonly Column[] {
	return type === 'members' ? MEMBER_COLUMNS : PROSPECT_COLUMNS;
}
