-- Where tracing is on: the span in which the event was written (W3C Trace Context), for its header.
alter table outbox add column traceparent text;
