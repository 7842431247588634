import type { ProblemCode } from '#domain/problem.ts';
import { messages } from './messages.ts';

const zh: Record<ProblemCode, string> = {
	unknown_resource: '没有这个地址',
	unknown_id: '没有这个编号或代码',
	nothing_to_draw: '该日没有可绘的图',
	unknown_parameter: '不认识的参数',
	repeated_parameter: '参数重复',
	invalid_value: '参数的值不合要求',
	method_not_allowed: '只接受 GET、HEAD 与 OPTIONS',
	too_many_rows: '清单超过一个文件可容的行数',
	too_many_requests: '请求过于频繁',
	private: '本站未对外开放',
	too_busy: '待绘的图过多，请稍后再试',
	internal: '服务器出错'
};
const en: Record<ProblemCode, string> = {
	unknown_resource: 'There is nothing at this address',
	unknown_id: 'No such identifier or code',
	nothing_to_draw: 'Nothing to draw on this day',
	unknown_parameter: 'Unknown parameter',
	repeated_parameter: 'A parameter stands more than once',
	invalid_value: 'A value makes no sense',
	method_not_allowed: 'Only GET, HEAD and OPTIONS are answered',
	too_many_rows: 'More rows than one file may hold',
	too_many_requests: 'Too many requests',
	private: 'This installation is private',
	too_busy: 'Too many pictures wait to be drawn; try again in a moment',
	internal: 'The server failed'
};

/** What each problem of the public interface is called. */
export const problemText = messages({ 'zh-CN': { titles: zh }, en: { titles: en } });
