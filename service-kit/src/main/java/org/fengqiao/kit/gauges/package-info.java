/** What an operator watches that stands in the database. */
package org.fengqiao.kit.gauges;
