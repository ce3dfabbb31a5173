/** One trace from a request to what its event brought about elsewhere; off unless asked for. */
package org.fengqiao.kit.tracing;
