# The bot’s description (up to 512 characters, before Start), its short description (up to 120, in the profile)
# and the descriptions of the commands (up to 60).

bot-description =
    A bot for taking part in the Open Government Partnership initiative.

    Here you can:
    • ask a question about the Initiative and the action plans, and get an answer with source and date;
    • write a proposal step by step and see what becomes of it;
    • read about consultations and hear of new ones.

    You can get or erase the data about yourself at any time.
bot-short-description = A bot for taking part in the Open Government Partnership: questions, proposals, consultations.

command-start = start
command-menu = open the menu
command-help = what the bot can do
command-ask = ask a question
command-about = about the Initiative
command-plans = action plans
command-consultations = open consultations
command-propose = write a proposal
command-my = my proposals and their state
command-subscribe = turn on alerts about new consultations
command-unsubscribe = turn alerts off
command-language = change the language · мова
command-privacy = what the bot keeps
command-mydata = get a copy of my data
command-delete = erase my data
command-cancel = cancel the draft or the letter
command-contact = the secretariat’s contacts

command-staff = the secretariat’s panel
command-publish = publish a consultation
command-export = export proposals
command-inbox = inbox: proposals and questions
command-answer = answer the author: /answer and the text
command-stats = figures on questions and answers
command-audit = log of the secretariat’s actions
