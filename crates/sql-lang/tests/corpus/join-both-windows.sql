-- Both sides with a window.
SELECT STREAM ROWTIME, o.orderid, o.billing_address, s.shipped_at
FROM OrdersStream OVER (RANGE INTERVAL '1' MINUTE PRECEDING) AS o JOIN ShipmentsStream OVER (RANGE INTERVAL '1' MINUTE PRECEDING) AS s ON o.orderid = s.orderid;
