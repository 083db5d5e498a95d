/**
 * Fills an empty database with something to try: the real tree of a district, invented people, some months of service. Uses
 * the same facades as everybody else, so that what the demo shows is what the product does. The lists under {@code demo/} are
 * public statistical division codes and a roster of invented persons whose id numbers use the unassigned area 999999. Must
 * never break: a database that holds anything else is left alone.
 */
package org.shuangbaodao.demo;
