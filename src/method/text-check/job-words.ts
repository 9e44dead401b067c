import { phrase } from './phrase.ts';

const cv = '(?:cv|c\\.v\\.|resum[eé]|résum[eé]|curriculum vitae|bio-?data)';
const not = "(?:not|no|never|nor|zero|without|nothing|cannot|\\w{2,6}n't|dont)";
const asking =
	'(?:asking|ask|looking|look|seeking|seek|hunting|hunt|requesting|request|fishing|angling|searching|search|applying|apply|after|pitching|chasing|hoping|intention|pursuing|in the market)';
const wishing =
	'(?:about|to do with|talk|here|want|wanting|need|expect|expecting|trying|bring|going|attempt|motive|sending|send|wish)';
/** Words that always mean a job; "my job" and "your job" are what the talk is about. */
const plainJob = `(?:(?<!(?:my|your|the|this|their|own) )jobs?|employment|openings?|vacanc(?:y|ies)|internships?|apprenticeships?|traineeships?|placements?|gigs?|referrals?|applications?|assignments?|hiring|${cv})`;
/** Words that mean a job only beside a requesting verb. */
const looseJob = `(?:${plainJob}|(?<!(?:my|your|the|this|their|of) )work|positions?|posts?|roles?|offers?|a place|a way in(?:to)?|opportunit(?:y|ies)|another|(?:employ|hire) me|(?:you )?to (?:employ|hire)|anything)`;

/** Phrasings of "I am not asking for a job". "I do not like my job" matches none of them. */
export const assurances = [
	phrase(`${not} ,. ${asking} ,. ${looseJob}`),
	phrase(`${not} .. ${wishing} .. ${plainJob}`),
	phrase(
		`(?:no|zero|not|not an?|\\w{2,3}n't an?) (?:hidden |disguised )?job(?: |-)(?:requests?|hopes?|agenda|talk|enquiry|inquiry|application|pitch|ask|hunt|hunting|search|seeker|seeking|offers?)`
	),
	phrase(
		`(?:no|not an?) (?:hidden |disguised )?application|not a search for (?:work|a job)|no (?:job|work|${cv}) is (?:needed|expected|wanted)|(?:no|without an?) ${cv}|not applying|rather than (?:for )?a job|there is no job|not (?:for )?a job|(?:ask|want|need|seek) (?:for )?no (?:job|work|employment)|not looking to (?:move|change employer)`
	)
];

const kindOfJob =
	'(?:(?:an?|any|some|the|new|paid|summer|full-time|part-time|entry-level|junior|suitable|current|possible|open|job|other|freelance) ){0,4}';
const jobSought =
	'(?:jobs?|positions?|internships?|employment|vacanc(?:y|ies)|openings?|roles?|traineeships?|placements?|work placement|apprenticeships?)(?! of| that| which| where| like| market)';

/** Requests for a job, an opening or a referral, or a mention of a CV. */
export const contradictions = [
	phrase(
		`(?:my|the attached|attached|enclosed|enclose|attach) (?:\\w+ )?${cv}|${cv} .. (?:attached|enclosed|below)|(?:send|forward|share|pass|attach|review|find) .. ${cv}`
	),
	phrase(
		`(?:any|are there|is there|there's|there is|whether|know of|hear of|heard of|aware of|about|have|has|for) ${kindOfJob}(?:openings?|vacanc(?:y|ies)|positions?(?= for me| open| at| in your| available| vacant| or| and)|jobs?(?= going| for me| available| at your| in your| open)|(?:job|freelance|work) opportunities|opportunit(?:y|ies)(?= at| with| within| in your| for me| for freshers)|roles?(?= for me| at your| in your| open))|current or future positions?|position for me|(?:provide|grant|offer|give) .. (?:job|employment|internship)(?: opportunit(?:y|ies))?`
	),
	phrase(
		"(?:hire|employ|refer|recommend|take) me(?! to (?:someone|somebody|anyone|write|a book))|give me a (?:job|position|chance)|put(?:ting)? in a (?:good )?word|(?:a|good) word (?:from you|for me)|consider(?:ed)? (?:me )?for|consider my application|(?:a|your|for) referral|pass .. (?:my name|my details|me) (?:on|along)|(?:you|you're|company|team|firm|studio|organi[sz]ation|department) (?:are |is |'re )?(?:currently )?(?:hiring|recruiting)(?! practices)|offer (?:any )?internships?|interview me|get (?:me )?an interview|(?:something|anything) (?:opens|comes) up"
	),
	phrase(
		`(?:looking for|seeking|searching for|want|need|in search of|hoping for|apply for|applying for|applied for|interested in|do) ${kindOfJob}${jobSought}|looking for (?:new |paid |part-time )?work(?! (?:that|which|i)(?!\\w))|(?:interested in|love|like|want) (?:to work|working) (?:for|in|at|with) (?:your|you)|join(?:ing)? your (?:team|company|firm|organi[sz]ation)|internship (?:with|in|at) your?|i(?:'m| am| have|'ve) (?:applying|applied) (?:to|for)(?! the (?:course|school|programme|program|university))|placement with you`
	)
];
