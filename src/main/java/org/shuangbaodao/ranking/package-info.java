/**
 * What the public boards say: branches, units, communities, and members who agreed to be named. Owns {@code frozen_place},
 * {@code frozen_member} and {@code frozen_quarter}, the trees and rosters of closed quarters; reads the ledger's totals and
 * keeps each board in
 * memory
 * until something it rests on changes. Must never break: every figure that leaves this package is a sum over whole cells of ten
 * people or more, and no name leaves it without a consent in force, so that nobody can be worked out by subtraction
 * (志愿服务条例 art. 20, PIPL art. 25).
 */
package org.shuangbaodao.ranking;
