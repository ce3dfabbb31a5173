/** Administrative divisions: 12-digit statistical codes, their order and their names. */
package org.fengqiao.kit.divisions;
