-- A table query without STREAM.
SELECT deptno, AVG(age) FROM emps GROUP BY deptno HAVING AVG(age) > 30 ORDER BY deptno DESC;
