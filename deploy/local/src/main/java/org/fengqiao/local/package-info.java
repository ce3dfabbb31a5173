/**
 * The embedded default: a real PostgreSQL, a real Kafka broker and a demo identity provider on one
 * machine, and the launcher that starts the suite on them. Everything listens on loopback only.
 */
package org.fengqiao.local;
