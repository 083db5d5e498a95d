/**
 * Who may come in: accounts, sessions, one-time invitations, acceptance on signed paper, and the pages on which people log in
 * and say what may be done with their data. Owns {@code account}, {@code login_session}, {@code login_attempt},
 * {@code invitation} and {@code paper_acceptance}. Must never break: what somebody may do follows from the offices he holds at
 * this very request, never from what a token says.
 */
package org.shuangbaodao.identity;
