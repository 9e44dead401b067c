import { connectionsCsv } from '/work/main/tests/support/connections.ts';
import { readConnections } from '/work/main/src/features/people/reading/connections.ts';
import { recordsOf } from '/work/main/src/features/people/reading/records.ts';
import { peopleIn } from '/work/main/src/features/people/reading/people.ts';
const c = Buffer.from(connectionsCsv({ rows: 30000 })).toString();
const med=(f:()=>unknown)=>{const t=[];for(let i=0;i<9;i++){const s=performance.now();f();t.push(performance.now()-s);}const first=t[0]!;t.sort((a,b)=>a-b);return `first ${first.toFixed(0)} median ${t[4]!.toFixed(1)}`;};
console.log('records', med(()=>{for(const r of recordsOf(c, {delimiter:",",width:7}, 0, 1)) r.line;}));
for(let i=0;i<12;i++){const r=readConnections(c); if(r.ok) for(const b of peopleIn(r,1000)) b.length;}
