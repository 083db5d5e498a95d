/**
 * What an operator needs beside the pages: backup and restore as commands, health, metrics, the nightly check of all books, a
 * log without personal data. Owns {@code operations_check}. Must never break: a backup file that stands under its name is
 * complete, and a restore never touches a database that a service is at work on.
 */
package org.shuangbaodao.operations;
